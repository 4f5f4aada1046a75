import { clients, type Effort } from '../effort.ts';
import { atLeast, atMost, type Figure, memoryGoal } from '../figure.ts';
import { load } from '../load/http.ts';
import { startListeners } from '../load/listeners.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import { removeWrittenShows, seedWrittenShows } from '../stage/shows.ts';
import type { Stage } from '../stage/stage.ts';

/** A hard evening writes less than this: several hundred pilots, all within seconds. */
const writesPerSecond = 20;

const mostListeners = 1_000;

interface Writing {
  listeners: number;
  seconds: number;
  pace?: number;
}

/** Live streams: how soon they hear of a change, and what they cost those who write. */
export async function measureStreaming(stage: Stage, effort: Effort): Promise<Figure[]> {
  const figures = [...(await measureLatency(stage, effort)), ...(await measureCost(stage, effort))];
  await removeWrittenShows(stage.database.db);
  return figures;
}

async function measureLatency(stage: Stage, { rounds, streamSeconds }: Effort): Promise<Figure[]> {
  const seconds = Math.max(1, streamSeconds / rounds);
  const figures: Figure[] = [];
  for (const listeners of [200, mostListeners]) {
    const heard = [];
    for (let round = 0; round < rounds; round += 1)
      heard.push((await write(stage, { listeners, seconds, pace: writesPerSecond })).heard);
    const row = { section: 'Live streams', unit: 'ms' };
    const name = `from commit to ${listeners.toLocaleString('en')} clients, ${writesPerSecond} writes a second`;
    figures.push(
      { ...row, name: `${name}: p50`, ours: spreadOf(heard.map(({ p50 }) => p50)) },
      {
        ...row,
        name: `${name}: p99`,
        ours: spreadOf(heard.map(({ p99 }) => p99)),
        ...(listeners === 200 && { goal: atMost(100) }),
      },
    );
  }
  return figures;
}

async function measureCost(stage: Stage, { rounds, seconds }: Effort): Promise<Figure[]> {
  const memory: number[] = [];
  const beside = (listeners: number) => async () => {
    const { perSecond, memoryMb } = await write(stage, { listeners, seconds });
    if (listeners === mostListeners) memory.push(memoryMb);
    return perSecond;
  };
  const found = await inRounds(rounds, { none: beside(0), some: beside(200), many: beside(mostListeners) });
  const row = (listeners: number, ours: number[], least: number): Figure => ({
    section: 'Live streams',
    name: `entries written with ${listeners.toLocaleString('en')} clients listening`,
    unit: 'entries/s',
    ours: spreadOf(ours),
    beside: { name: 'with nobody listening', spread: spreadOf(found.none), ratio: ratioOf(ours, found.none) },
    goal: atLeast(least),
  });
  return [
    row(200, found.some, 0.9),
    row(mostListeners, found.many, 0.5),
    {
      section: 'Memory',
      name: 'under full load with 1,000 clients listening',
      unit: 'MB',
      ours: spreadOf(memory),
      goal: memoryGoal,
    },
  ];
}

/** Writes for a while with so many listeners, each of whom has to hear of every entry. */
async function write({ server, database, token }: Stage, { listeners, seconds, pace }: Writing) {
  const showIds = await seedWrittenShows(database.db);
  const address = { host: '127.0.0.1', port: server.port, token: await token() };
  const crowd = await startListeners({ ...address, count: listeners });
  try {
    const { perSecond, answers } = await load({
      ...address,
      connections: clients,
      seconds,
      pace,
      ask: { kind: 'entries', showIds },
    });
    const memoryMb = server.memoryMb();
    return { perSecond, memoryMb, heard: await crowd.heard(answers) };
  } finally {
    await crowd.end();
  }
}
