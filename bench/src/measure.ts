import type { Db } from '@monkey-tracker/db/client';

/** One question, asked of what the database keeps and of the raw snapshots. Both tell what they found. */
export interface Question {
  name: string;
  kept(db: Db): Promise<unknown>;
  raw(db: Db): Promise<unknown>;
  /** Beyond so many entries the raw way does not end well and is left out. */
  rawUpTo?: number;
}

export interface Timing {
  name: string;
  keptMs: number;
  rawMs: number;
}

/** What is asked of how much. */
interface Run {
  questions: readonly Question[];
  entries: number;
  rounds: number;
}

/** Asks each question both ways in turn, so that whatever else the machine does meets both; medians of the rounds. */
export async function measure(db: Db, { questions, entries, rounds }: Run): Promise<Timing[]> {
  const timings = questions.map(({ name }) => ({ name, kept: [] as number[], raw: [] as number[] }));
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      const [kept, keptMs] = await timed(() => question.kept(db));
      if (round > 0) timings[index]?.kept.push(keptMs);
      if (entries > (question.rawUpTo ?? Infinity)) continue;
      const [raw, rawMs] = await timed(() => question.raw(db));
      if (JSON.stringify(kept) !== JSON.stringify(raw))
        throw new Error(`${question.name}: the answers differ`);
      if (round > 0) timings[index]?.raw.push(rawMs);
    }
  }
  return timings.map(({ name, kept, raw }) => ({ name, keptMs: median(kept), rawMs: median(raw) }));
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
