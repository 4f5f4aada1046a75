import type { Db } from '@monkey-tracker/db/client';

/** One question, asked of what the database keeps and of the raw snapshots. Both tell what they found. */
export interface Question {
  name: string;
  kept(db: Db): Promise<unknown>;
  raw(db: Db): Promise<unknown>;
}

export interface Timing {
  name: string;
  keptMs: number;
  rawMs: number;
}

/** Asks each question both ways in turn, so that whatever else the machine does meets both; medians of the rounds. */
export async function measure(db: Db, questions: readonly Question[], rounds: number): Promise<Timing[]> {
  const timings = questions.map(({ name }) => ({ name, kept: [] as number[], raw: [] as number[] }));
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      const [kept, keptMs] = await timed(() => question.kept(db));
      const [raw, rawMs] = await timed(() => question.raw(db));
      if (JSON.stringify(kept) !== JSON.stringify(raw)) {
        throw new Error(`${question.name}: ${JSON.stringify(kept)} is not ${JSON.stringify(raw)}`);
      }
      if (round === 0) continue;
      timings[index]?.kept.push(keptMs);
      timings[index]?.raw.push(rawMs);
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
