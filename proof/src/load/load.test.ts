import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFaultyVenue } from '../faults/venue.ts';
import { lost, work } from './evening.ts';
import { flood } from './flood.ts';
import { openListeners, until } from './listeners.ts';

it('listeners hear every change once and in order, also those who lost the server and came back', async () => {
  const venue = await openFaultyVenue(1);
  const [server] = venue.servers;
  try {
    const crowd = await openListeners({ count: 50, url: () => server?.url ?? '', token: venue.token });
    const over = new AbortController();
    const working = work(venue, 20, over.signal);
    await pause(1_000);
    await server?.kill();
    await server?.start();
    await until(() => crowd.readers.every((reader) => reader.isOpen()));
    over.abort();
    const { changes, acknowledged } = await working;
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await crowd.missing(changes)).toEqual([]);
    expect(await lost(venue, acknowledged)).toEqual([]);
    await crowd.close();
  } finally {
    await venue.close();
  }
});

it('of more than can be taken some is refused, and exactly what was acknowledged is stored', async () => {
  const venue = await openFaultyVenue(1);
  try {
    const shows = (await venue.database.query(
      `insert into shows (date, time, label, lead_pilot, monkey_lead, day_slot)
      select server_now()::date + n, '20:00', 'Main', 'Nazar', 'Cleo', 0 from generate_series(1, 20) n returning id`,
    )) as { id: string }[];
    const { hostname: host, port } = new URL(venue.servers[0]?.url ?? '');
    const ask = { kind: 'entries', showIds: shows.map(({ id }) => id) } as const;
    const crowd = { connections: 400, seconds: 3, pace: 5_000 };
    const { statuses } = await flood({ host, port: Number(port), token: venue.token, ask, ...crowd });
    const [stored] = (await venue.database.query('select count(*)::int as n from entries')) as {
      n: number;
    }[];
    expect(Object.keys(statuses).toSorted()).toEqual(['201', '503']);
    expect(stored?.n).toBe(statuses['201']);
  } finally {
    await venue.close();
  }
});
