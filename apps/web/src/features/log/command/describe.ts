import { entryLabels } from '../entries/entry-labels.ts';
import type { Change, Plan, Planned } from './plan.ts';
import { nameOf } from './targets.ts';

/** One line of the preview: those for whom the same is done. */
export interface Sentence {
  doing: 'Log' | 'Change' | 'Leave';
  who: string[];
  what: string[];
}

const reasons = { said: '', assumed: ' (assumed)', follows: ' (by rule)' };

/** So much of what stood there before is told. */
const mostBefore = 60;

function inWords({ before, after, field, reason }: Change, isNew: boolean, unitLabel: string): string {
  const label = entryLabels(unitLabel)[field];
  const shown = after === '' ? 'none' : after;
  const change = isNew || before === '' ? shown : `${shorten(before)} → ${shown}`;
  return `${label} ${change}${reasons[reason]}`;
}

const shorten = (text: string) => (text.length > mostBefore ? `${text.slice(0, mostBefore - 1)}…` : text);

function sentenceOf({ row, values, changes }: Planned, unitLabel: string): Sentence {
  const isNew = row.entry === undefined;
  if (changes.length === 0) return { doing: 'Leave', who: [nameOf(row)], what: ['nothing changes'] };
  return {
    doing: isNew ? 'Log' : 'Change',
    // A new line is called what it will be, a logged one what it is.
    who: [nameOf(isNew ? { ...row, unitId: values.unitId } : row)],
    // What was said stands before what comes of it.
    what: changes
      .toSorted((a, b) => Number(a.reason !== 'said') - Number(b.reason !== 'said'))
      .map((change) => inWords(change, isNew, unitLabel)),
  };
}

/** What a command will do, in sentences; those for whom it does the same share one. */
export function describe({ planned }: Plan, unitLabel: string): Sentence[] {
  const sentences = new Map<string, Sentence>();
  for (const one of planned) {
    const sentence = sentenceOf(one, unitLabel);
    const key = JSON.stringify([sentence.doing, sentence.what]);
    const same = sentences.get(key);
    if (same) same.who.push(...sentence.who);
    else sentences.set(key, sentence);
  }
  return [...sentences.values()];
}
