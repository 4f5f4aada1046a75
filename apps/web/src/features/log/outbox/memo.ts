import type { Entry, EntryFields } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import type { Change } from '../../../api/outbox/change.ts';
import type { ShowValues } from '../shows/show-values.ts';

/** A change of a record: only the fields that the person changed, and the record as they saw it. */
interface Edit<R, F> {
  base: R;
  values: Partial<F>;
}

/** What dispatchers do to the log, as it is kept until the server has it. */
export type LogMemo =
  | { kind: 'createShow'; show: ShowValues & { id: string } }
  | ({ kind: 'updateShow' } & Edit<Show, ShowValues>)
  | { kind: 'archiveShow' | 'deleteShow' | 'restoreShow'; show: Show }
  | { kind: 'createEntry'; showId: string; entry: EntryFields & { id: string; ts: number } }
  | ({ kind: 'updateEntry'; showId: string } & Edit<Entry, EntryFields>)
  | { kind: 'deleteEntry'; showId: string; base: Entry };

export type LogChange = Change<LogMemo>;

/** The records that a change touches, the outer one first. */
export function recordsOf(memo: LogMemo): [string, ...string[]] {
  switch (memo.kind) {
    case 'createEntry':
      return [memo.showId, memo.entry.id];
    case 'updateEntry':
    case 'deleteEntry':
      return [memo.showId, memo.base.id];
    case 'updateShow':
      return [memo.base.id];
    default:
      return [memo.show.id];
  }
}
