import type { FaultyVenue } from '../faults/venue.ts';
import { dispatch, type Work } from './dispatchers.ts';

/** Four people at work at once, each at this share of the pace. */
const hands = 4;

/** Dispatchers who log so many changes a second until they are told to stop. */
export async function work(venue: FaultyVenue, perSecond: number, stop: AbortSignal): Promise<Work> {
  const works = await Promise.all(
    Array.from({ length: hands }, (_, n) =>
      dispatch(venue.sendOf(n), { perSecond: perSecond / hands, stop }),
    ),
  );
  const refused = new Map<number, number>();
  for (const one of works)
    for (const [status, times] of one.refused) refused.set(status, (refused.get(status) ?? 0) + times);
  return {
    changes: works.reduce((sum, { changes }) => sum + changes, 0),
    acknowledged: works.flatMap(({ acknowledged }) => acknowledged),
    latencies: works.flatMap(({ latencies }) => latencies),
    refused,
  };
}

/** What was acknowledged and is nowhere, neither live nor archived. */
export async function lost({ database }: FaultyVenue, acknowledged: readonly string[]): Promise<string[]> {
  const rows = (await database.query(`select id::text from entries union all
    select entry->>'id' from show_archive, jsonb_array_elements(data->'entries') entry`)) as { id: string }[];
  const there = new Set(rows.map(({ id }) => id));
  return acknowledged.filter((id) => !there.has(id)).map((id) => `missing: entry ${id}`);
}
