import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { type Fault, type FaultName, faults } from './faults.ts';
import type { FaultyVenue } from './venue.ts';

/** For each fault, how long it took after each time until all servers were ready again, in milliseconds. */
export type Wreckage = Partial<Record<FaultName, number[]>>;

/** How often each fault is made. */
export type Plan = Partial<Record<FaultName, number>>;

const restMs = 300;

/** All that is planned, in an order of chance. */
function shuffled(plan: Plan, random: Random): FaultName[] {
  const names = (Object.keys(faults) as FaultName[]).flatMap((name) =>
    Array.from({ length: plan[name] ?? 0 }, () => name),
  );
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [names[last], names[other]] = [names[other] as FaultName, names[last] as FaultName];
  }
  return names;
}

export interface Wrecked {
  wreckage: Wreckage;
  /** Where it took longer than promised until all servers were ready again. */
  late: string[];
  /** Servers that ended by themselves. */
  ended: string[];
}

/** Makes one fault after the other. */
export async function wreck(
  venue: FaultyVenue,
  { plan, random, onFault }: { plan: Plan; random: Random; onFault: (done: number, name: FaultName) => void },
): Promise<Wrecked> {
  const wreckage: Wreckage = {};
  const late: string[] = [];
  const ended: string[] = [];
  for (const [done, name] of shuffled(plan, random).entries()) {
    // Without a disk of its own there is none that could be filled.
    if (name === 'disk' && !venue.database.disk) continue;
    onFault(done, name);
    await pause(restMs + random.below(restMs));
    const fault: Fault = faults[name];
    const began = performance.now();
    await fault.make(venue, random);
    const starts = name === 'kill' || name === 'powerCut' || name === 'crash';
    const from = starts ? began : performance.now();
    const readyMs = Math.max(...(await Promise.all(venue.servers.map((server) => server.ready())))) - from;
    (wreckage[name] ??= []).push(Math.max(readyMs, 0));
    if (readyMs > fault.readyWithinMs) late.push(`ready: ${(readyMs / 1_000).toFixed(1)} s after ${name}`);
    for (const server of venue.servers)
      if (server.hasEnded()) {
        ended.push(`ready: a server ended by itself after ${name}`);
        await server.start();
      }
  }
  return { wreckage, late, ended };
}
