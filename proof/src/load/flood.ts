import type { Load } from '@monkey-tracker/bench/src/server/load/request.ts';
import { runTask } from '@monkey-tracker/bench/src/server/stage/task.ts';

interface Percentiles {
  p50: number;
  p99: number;
}

/** What came of a flood: how many answers of each status, 0 being none; times in milliseconds. */
export interface Flooded {
  statuses: Record<string, number>;
  accepted: Percentiles;
  refused: Percentiles;
}

/** Floods a server from a process of its own. */
export const flood = (load: Load): Promise<Flooded> =>
  runTask<Flooded>(new URL('flood.process.ts', import.meta.url).href, load);
