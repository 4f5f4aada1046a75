import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { withClient } from '@monkey-tracker/db/single-client';
import { randomOf } from '../random.ts';
import type { Audience, Heard, Listening } from './audience.ts';
import { takeDesk } from './desk.ts';
import { signIn, type Visitor, visitorOf } from './door.ts';
import { atPace, type Timing } from './pace.ts';
import { type CrowdedVenue, password } from './venue.ts';

export interface Plan {
  streams: number;
  /** Sign-ins a minute. */
  logins: number;
  seconds: number;
  /** Requests a second of each dispatcher. */
  pace: number;
  seed: number;
}

export interface Evening {
  dispatching: Timing[];
  signingIn: Timing[];
  /** Sign-ins of people who know their password that were refused. */
  lockedOut: Timing[];
  heard: Heard;
  changes: number;
  /** Processor time of the server meanwhile, in seconds. */
  processor: number;
  figures: Map<string, number>;
}

interface Stage {
  venue: CrowdedVenue;
  parts: ConnectionParts;
  openAudience(listening: Listening): Promise<Audience>;
  say?(words: string): void;
}

/** How many sessions share the streams. */
const listeners = 4;

/** Opens all streams, then lets people sign in while dispatchers work, and judges what all have seen. */
export async function spend(
  { venue, parts, openAudience, say = () => {} }: Stage,
  plan: Plan,
): Promise<Evening> {
  const { url } = venue;
  const tokenOf = async (email: string) =>
    (await signIn(url, { email, password, address: '10.0.0.1' })).token;
  const tokens = await Promise.all(venue.people.slice(0, listeners).map(tokenOf));
  const desks = await Promise.all(
    venue.dispatchers.map(async (email, n) => takeDesk({ url, token: await tokenOf(email) }, n)),
  );
  const before = await readChanges(parts, 0);
  say(`opening ${plan.streams} streams`);
  const audience = await openAudience({ port: Number(new URL(url).port), tokens, streams: plan.streams });
  const atFirst = await venue.figures();
  say(`${plan.seconds} s of ${plan.logins} sign-ins a minute and ${desks.length} dispatchers`);

  const random = randomOf(plan.seed);
  const visitors = new Map<number, Visitor>();
  const [signingIn, ...dispatching] = await Promise.all([
    atPace({ perSecond: plan.logins / 60, seconds: plan.seconds }, async (n) => {
      const visitor = visitorOf(random, venue.people);
      visitors.set(n, visitor);
      return (await signIn(url, visitor)).status;
    }),
    ...desks.map((log) => atPace({ perSecond: plan.pace, seconds: plan.seconds }, log)),
  ]);
  const figures = await venue.figures();
  const used = (of: Map<string, number>) => of.get('process_cpu_seconds_total') ?? NaN;
  const processor = used(figures) - used(atFirst);
  const changes = await readChanges(parts, before.at(-1) ?? 0);
  say(`${changes.length} changes; asking the streams what they saw`);
  const heard = await audience.judge(changes);
  await audience.close();
  const lockedOut = signingIn.filter(({ status }, n) => visitors.get(n)?.isHonest === true && status !== 200);
  return {
    dispatching: dispatching.flat(),
    signingIn,
    lockedOut,
    heard,
    changes: changes.length,
    processor,
    figures,
  };
}

/** The numbers of all changes that streams tell of. */
const readChanges = (parts: ConnectionParts, after: number) =>
  withClient(parts, async (client) => {
    const { rows } = await client.query<{ seq: number }>(
      `select seq::int from events where seq > $1 and type ~ '^(show|entry)[.]' order by seq`,
      [after],
    );
    return rows.map(({ seq }) => seq);
  });
