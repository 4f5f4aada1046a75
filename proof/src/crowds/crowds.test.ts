import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, it, onTestFinished } from 'vitest';
import { openAudience } from './audience.ts';
import { spend } from './evening.ts';
import { summaryOf } from './report.ts';
import { openCrowdedVenue } from './venue.ts';

it('many streams miss nothing, and nobody is refused for what others do, while people sign in and dispatchers work', async () => {
  const parts = await createTestDatabase();
  const venue = await openCrowdedVenue(parts, 60);
  onTestFinished(() => venue.close());
  const plan = { streams: 100, logins: 400, seconds: 3, pace: 2, seed: Date.now() % 1_000_000 };
  const evening = await spend({ venue, parts, openAudience }, plan);
  expect(summaryOf(plan, evening), `seed ${plan.seed}`).toMatchObject({
    missed: 0,
    failures: 0,
    lockedOut: 0,
    // Each request of a dispatcher was a change, and each change was told.
    changes: 12 * plan.pace * plan.seconds,
  });
  expect(evening.signingIn.length).toBe(20);
}, 300_000);
