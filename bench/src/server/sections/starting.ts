import type { Effort } from '../effort.ts';
import { atMost, type Figure, memoryGoal } from '../figure.ts';
import { spreadOf } from '../spread.ts';
import { makeFolder } from '../stage/folder.ts';
import { startServer } from '../stage/server.ts';

/** From nothing to ready: on an empty folder, and on the one that the last start has left. */
export async function measureStarting({ starts }: Effort): Promise<Figure[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < starts; round += 1) {
    const folder = makeFolder();
    for (const times of [cold, warm]) {
      const server = await startServer(folder.path);
      times.push(server.readyMs);
      memory.push(server.memoryMb());
      await server.stop();
    }
    folder.remove();
  }
  const row = { section: 'Starting', unit: 'ms' };
  return [
    { section: 'Memory', name: 'just started', unit: 'MB', ours: spreadOf(memory), goal: memoryGoal },
    { ...row, name: 'cold: a new database, until /readyz', ours: spreadOf(cold) },
    { ...row, name: 'warm: an existing one, until /readyz', ours: spreadOf(warm), goal: atMost(2_000) },
  ];
}
