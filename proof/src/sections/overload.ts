import { setTimeout as pause } from 'node:timers/promises';
import { load } from '@monkey-tracker/bench/src/server/load/http.ts';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import { type FaultyVenue, openFaultyVenue } from '../faults/venue.ts';
import { type Flooded, flood } from '../load/flood.ts';
import { type Finding, type Setting, table } from './section.ts';

const times = 3;
const floodSeconds = 300;
const capacitySeconds = 10;
const crowd = 1_500;
const shows = 500;

/** Shows of days to come, to log entries in. @returns their ids */
async function makeShows({ database }: FaultyVenue): Promise<string[]> {
  const rows = await database.query(`insert into shows (date, time, label, lead_pilot, monkey_lead, day_slot)
    select server_now()::date + 1 + n / 5, '20:00', 'Main', 'Nazar', 'Cleo', 0
    from generate_series(0, ${shows - 1}) n returning id::text`);
  return (rows as { id: string }[]).map(({ id }) => id);
}

const count = async ({ database }: FaultyVenue) =>
  Number(((await database.query('select count(*) as n from entries')) as { n: string }[])[0]?.n);

/** What a person who only wants to look is told meanwhile, and how soon. */
async function lookOn({ servers, token }: FaultyVenue, stop: AbortSignal) {
  const seen: { status: number; ms: number; polite: boolean }[] = [];
  while (!stop.aborted) {
    const began = performance.now();
    const answer = await fetch(`${servers[0]?.url}/api/shows`, {
      headers: { authorization: `Bearer ${token}` },
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    const polite = answer?.ok === true || (answer?.status === 503 && answer.headers.has('retry-after'));
    seen.push({ status: answer?.status ?? 0, ms: performance.now() - began, polite });
    await pause(500);
  }
  return seen;
}

/** Three times as many entries as the server can take. */
export async function overload({ share, progress }: Setting): Promise<Finding> {
  const venue = await openFaultyVenue(1);
  try {
    const showIds = await makeShows(venue);
    const { hostname: host, port } = new URL(venue.servers[0]?.url ?? '');
    const ask = { kind: 'entries', showIds } as const;
    const to = { host, port: Number(port), token: venue.token, ask };
    progress('what it can take');
    const calm = { ...to, connections: 8, seconds: capacitySeconds };
    await load(calm);
    const capacity = await load(calm);
    const before = await count(venue);
    const pace = Math.round(times * capacity.perSecond);
    const length = Math.ceil(floodSeconds * share);
    progress(`${length} s of ${pace} entries a second`);
    const over = new AbortController();
    const looking = lookOn(venue, over.signal);
    const flooded = await flood({ ...to, connections: crowd, seconds: length, pace });
    over.abort();
    const seen = await looking;
    const stored = (await count(venue)) - before;
    progress('whether it has recovered');
    const after = await load(calm);
    return tell({
      capacity,
      after,
      flooded,
      seen,
      stored,
      length,
      memory: venue.servers[0]?.memoryMb() ?? 0,
    });
  } finally {
    await venue.close();
  }
}

interface Result {
  capacity: Awaited<ReturnType<typeof load>>;
  after: Awaited<ReturnType<typeof load>>;
  flooded: Flooded;
  seen: Awaited<ReturnType<typeof lookOn>>;
  stored: number;
  length: number;
  memory: number;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

function tell({ capacity, after, flooded, seen, stored, length, memory }: Result): Finding {
  const { statuses, accepted, refused } = flooded;
  const sent = Object.values(statuses).reduce((sum, one) => sum + one, 0);
  const acknowledged = statuses['201'] ?? 0;
  const dark = statuses['0'] ?? 0;
  const impolite = Object.keys(statuses).filter((status) => !['201', '503', '0'].includes(status));
  const broken = [
    ...(stored < acknowledged ? [`missing: ${acknowledged - stored} entries that were acknowledged`] : []),
    ...(stored > acknowledged + dark ? [`twice: ${stored - acknowledged - dark} entries too many`] : []),
    ...impolite.map((status) => `answer: ${statuses[status]} times ${status}`),
    ...(seen.every(({ polite }) => polite) ? [] : ['answer: a refusal that does not say when to come again']),
    ...(sent < (times - 0.5) * capacity.perSecond * length ? [`flood: only ${sent} requests were sent`] : []),
    ...(after.perSecond < capacity.perSecond / 2 ? ['recovery: half as fast as before at best'] : []),
  ];
  const looks = seen.map((one) => one.ms);
  const rows = [
    ['before', capacity.perSecond, capacity.perSecond, 0, ms(capacity.p50), ms(capacity.p99)],
    [
      `flood of ${length} s`,
      sent / length,
      acknowledged / length,
      ((statuses['503'] ?? 0) + dark) / length,
      ms(accepted.p50),
      ms(accepted.p99),
    ],
    ['after', after.perSecond, after.perSecond, 0, ms(after.p50), ms(after.p99)],
  ].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell)));
  const text = [
    `${times} × as many entries as 8 clients get answered, sent over ${crowd} connections. Answers: ${JSON.stringify(statuses)}; `,
    `refused after ${ms(refused.p50)} (median), p99 ${ms(refused.p99)}. Acknowledged ${acknowledged}, stored ${stored}. `,
    `Who only looked at the list meanwhile: ${seen.filter(({ status }) => status === 200).length} of ${seen.length} times answered, `,
    `median ${ms(quantile(looks, 0.5))}, p99 ${ms(quantile(looks, 0.99))}. Memory afterwards: ${memory.toFixed(0)} MB.\n\n`,
    table(['', 'sent/s', 'accepted/s', 'refused/s', 'accepted after, median', 'p99'], rows),
  ];
  return { text: text.join(''), broken };
}
