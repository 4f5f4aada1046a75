import { primaryIssues, severities, subIssuesOf } from '@monkey-tracker/contract/values';
import type { EntryValues } from '../entries/entry-values.ts';

/** What the digits choose, in the order in which a dispatcher learns it. */
export type Stage = 'primaryIssue' | 'subIssue' | 'severity';

const optionsOf = (stage: Stage, { primaryIssue }: EntryValues): readonly string[] =>
  ({ primaryIssue: primaryIssues, subIssue: subIssuesOf(primaryIssue), severity: severities })[stage];

const order: readonly Stage[] = ['primaryIssue', 'subIssue', 'severity'];

/** The first of them that is still open; undefined where all is said. */
export const stageOf = (values: EntryValues): Stage | undefined =>
  order.find((stage) => values[stage] === '' && optionsOf(stage, values).length > 0);

/** What a digit means now: the option of the open stage. */
export function chosenBy(digit: string, values: EntryValues): { stage: Stage; option: string } | undefined {
  const stage = stageOf(values);
  if (!stage || !/^\d$/.test(digit)) return undefined;
  const option = optionsOf(stage, values)[digit === '0' ? 9 : Number(digit) - 1];
  return option === undefined ? undefined : { stage, option };
}

/** The stage that was said last, which Backspace opens again. */
export const lastStage = (values: EntryValues): Stage | undefined =>
  order.findLast((stage) => values[stage] !== '');
