import { type FirstSteps, stepNames } from '@monkey-tracker/contract/first-steps';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import * as queries from './first-steps.queries.ts';

export async function readFirstSteps(db: Db): Promise<FirstSteps> {
  const done = await queries.findDone(db);
  const marks = await queries.findMarks(db);
  return {
    steps: stepNames.map((step) => ({
      step,
      done: done.has(step) || marks.has(step),
      ticked: marks.has(step),
    })),
    dismissed: marks.has('dismissed'),
  };
}

/** Notes what a person says by hand, or takes it back. */
export async function setMark(
  { db, actorId, record }: Unit,
  mark: queries.Mark,
  set: boolean,
): Promise<FirstSteps> {
  if (set) await queries.mark(db, mark, actorId);
  else await queries.unmark(db, mark);
  const steps = await readFirstSteps(db);
  record({ type: 'first_steps.updated', subjectId: mark, after: { set } });
  return steps;
}
