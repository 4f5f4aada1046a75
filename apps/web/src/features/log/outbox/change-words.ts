import { entryLabels } from '../entries/entry-labels.ts';
import { labels } from '../shows/show-values.ts';
import type { LogMemo } from './memo.ts';

/** A change in a few words, for the list of what waits. */
export function wordsOf(memo: LogMemo, unitLabel: string): string {
  switch (memo.kind) {
    case 'createShow':
      return `New show ${memo.show.time} ${memo.show.label}`;
    case 'updateShow':
      return `${memo.base.label}: ${namesOf(memo.values, labels)}`;
    case 'archiveShow':
      return `Archive ${memo.show.label}`;
    case 'deleteShow':
      return `Delete ${memo.show.label}`;
    case 'restoreShow':
      return `Restore ${memo.show.label}`;
    case 'createEntry':
      return `${memo.entry.operator} with ${memo.entry.unitId}: ${memo.entry.status}`;
    case 'updateEntry':
      return `${memo.base.operator}: ${namesOf(memo.values, entryLabels(unitLabel))}`;
  }
  return `Delete the entry of ${memo.base.operator}`;
}

const namesOf = (values: object, names: Record<string, string>) =>
  Object.keys(values)
    .map((name) => names[name] ?? name)
    .join(', ');
