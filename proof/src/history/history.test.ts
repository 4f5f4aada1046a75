import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { openVenue } from './in-process.ts';
import { plantedBugs } from './planted.ts';
import { act } from './run.ts';

const plan = { clients: 6, readers: 4, deeds: 25 };

describe('people who do what comes to mind, all at once', () => {
  it.each([1, 2, 3])(
    'on %i servers lose nothing, break no rule and see every change once',
    async (servers) => {
      const seed = Date.now() % 1_000_000;
      const history = await act(await openVenue(servers), { ...plan, seed });
      expect(check(history), `seed ${seed}`).toEqual([]);
      // It was no quiet evening: all that can happen has happened.
      const outcomes = new Set(history.deeds.map(({ told }) => told?.status));
      expect(history.deeds.length).toBeGreaterThan(plan.clients * plan.deeds);
      for (const status of [200, 201, 409, 412]) expect(outcomes, `seed ${seed}`).toContain(status);
    },
  );
});

describe('a planted bug is caught by the promise that it breaks', () => {
  it.each(plantedBugs)('$name', async ({ breaks, statements = [], into }) => {
    const faults: string[] = [];
    // Chance needs more than one evening now and then, and each its own venue: in the old one all days are full.
    for (let seed = 1; seed <= 12 && !faults.some((fault) => breaks.test(fault)); seed += 1) {
      const venue = await openVenue(2);
      for (const statement of statements) await venue.first.app.database.db.execute(statement);
      for (const server of venue.all) into?.(server);
      faults.push(...check(await act(venue, { ...plan, deeds: 30, seed })));
    }
    expect(
      faults.some((fault) => breaks.test(fault)),
      faults.slice(0, 5).join('\n'),
    ).toBe(true);
  });
});

it('the document names each bug that is planted', () => {
  const document = readFileSync('docs/reliability.md', 'utf8');
  expect(plantedBugs.filter(({ name }) => !document.includes(`| ${name} |`))).toEqual([]);
});
