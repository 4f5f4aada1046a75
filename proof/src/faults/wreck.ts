import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { crashPostgres, cutConnections, type FaultyVenue } from './venue.ts';

/** How often each fault was made, and how long it took until all servers were ready again, in milliseconds. */
export interface Wreckage {
  kills: number[];
  crashes: number[];
  cuts: number[];
}

const restMs = 400;

/** Kills servers, crashes PostgreSQL and cuts connections, one fault after the other, until it is told to stop. */
export async function wreck(venue: FaultyVenue, random: Random, stop: AbortSignal): Promise<Wreckage> {
  const done: Wreckage = { kills: [], crashes: [], cuts: [] };
  const allReady = async (began: number) =>
    Math.max(...(await Promise.all(venue.servers.map((server) => server.ready())))) - began;
  while (!stop.aborted) {
    await pause(restMs + random.below(restMs));
    const began = performance.now();
    const fault = random.below(4);
    if (fault < 2) {
      const server = random.one(venue.servers);
      await server?.kill();
      await server?.start();
      done.kills.push(await allReady(began));
    } else if (fault === 2) {
      await crashPostgres(venue.parts).catch(() => undefined);
      done.crashes.push(await allReady(began));
    } else {
      await cutConnections(venue.parts).catch(() => undefined);
      done.cuts.push(await allReady(began));
    }
  }
  return done;
}
