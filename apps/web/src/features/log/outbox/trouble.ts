import { type Entry, entryFields, type EntryFields } from '@monkey-tracker/contract/entries';
import { judgeEntry, pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { Show } from '@monkey-tracker/contract/shows';
import type { LogChange } from './memo.ts';
import { pick } from './merge.ts';
import { again } from './rebase.ts';

/** A held change of an entry beside the entry that it met. */
export interface EntryTrouble {
  showId: string;
  current: Entry;
  mine: Partial<EntryFields>;
}

/** The entry that stands in the way of a held change, and what the change wanted of it. */
export function entryTrouble({ memo, held }: LogChange, shows: readonly Show[]): EntryTrouble | undefined {
  if (!held || (memo.kind !== 'updateEntry' && memo.kind !== 'createEntry')) return undefined;
  const { showId } = memo;
  const entries = shows.find(({ id }) => id === showId)?.entries ?? [];
  if (memo.kind === 'updateEntry') {
    const current = entries.find(({ id }) => id === memo.base.id);
    return current && { showId, current, mine: memo.values };
  }
  if (held.code !== 'entries.pilot_taken') return undefined;
  const key = pilotKey(memo.entry.operator);
  const current = entries.find(({ operator }) => pilotKey(operator) === key);
  // Two spellings of one pilot are no disagreement.
  const { operator: _, ...mine } = entryFields.parse(memo.entry);
  return current && { showId, current, mine };
}

const chosen = ({ mine }: EntryTrouble, names: readonly string[]): Partial<EntryFields> =>
  pick(
    mine,
    // The names come from the differences between these same fields.
    names.filter((name): name is keyof EntryFields => name in mine),
  );

/** What the rules say about the entry with these of my fields in it. */
export const judgeChoice = (trouble: EntryTrouble, names: readonly string[]): string[] =>
  judgeEntry({ ...trouble.current, ...chosen(trouble, names) }).map(({ message }) => message);

/** The change in which these of my fields stand; undefined where none does. */
export function decideEntry(
  change: LogChange,
  trouble: EntryTrouble,
  names: readonly string[],
): LogChange | undefined {
  if (names.length === 0) return undefined;
  const { showId, current: base } = trouble;
  return {
    ...again(change, { kind: 'updateEntry', showId, base, values: chosen(trouble, names) }),
    records: [showId, base.id],
  };
}

/** The same for the fields of a show. */
export function decideShow(
  change: LogChange,
  current: Show,
  names: readonly string[],
): LogChange | undefined {
  const { memo } = change;
  if (memo.kind !== 'updateShow' || names.length === 0) return undefined;
  const { values } = memo;
  const mine = names.filter((name): name is keyof typeof values => name in values);
  return again(change, { ...memo, base: current, values: pick(values, mine) });
}
