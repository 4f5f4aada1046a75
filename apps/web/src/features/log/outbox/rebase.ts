import { type Entry, entry as entryShape, entryFields } from '@monkey-tracker/contract/entries';
import { judgeEntry } from '@monkey-tracker/contract/entry-rules';
import { type Show, show as showShape } from '@monkey-tracker/contract/shows';
import type { Held } from '../../../api/outbox/change.ts';
import { newId } from '../../../api/ids.ts';
import type { LogChange, LogMemo } from './memo.ts';
import { clashes, same } from './merge.ts';

const stale = (message: string, current: unknown): Held => ({ code: 'stale', message, current });

/** The same change as something else to send: under a key of its own. */
export const again = (change: LogChange, memo: LogMemo = change.memo): LogChange => ({
  ...change,
  memo,
  key: newId(),
  held: undefined,
});

export const hold = (change: LogChange, held: Held): LogChange => ({ ...change, held });

/**
 * Puts a change on top of the record as it stands now. What others changed beside it stays; where they changed
 * the same field, or where both together break a rule, a person decides.
 */
export function rebase(change: LogChange, current: unknown): LogChange {
  const { memo } = change;
  if (memo.kind === 'updateShow') {
    const show = showShape.safeParse(current).data;
    return show ? ontoShow(change, memo, show) : change;
  }
  if (memo.kind === 'updateEntry' || memo.kind === 'deleteEntry') {
    const entry = entryShape.safeParse(current).data;
    return entry ? ontoEntry(change, memo, entry) : change;
  }
  return change;
}

function ontoShow(change: LogChange, memo: LogMemo & { kind: 'updateShow' }, current: Show): LogChange {
  if (clashes<Show>(memo.base, memo.values, current).length > 0)
    return hold(change, stale('Somebody else changed this show in the meantime', current));
  return again(change, { ...memo, base: current });
}

function ontoEntry(
  change: LogChange,
  memo: LogMemo & { kind: 'updateEntry' | 'deleteEntry' },
  current: Entry,
): LogChange {
  if (memo.kind === 'deleteEntry')
    return same(entryFields.parse(memo.base), entryFields.parse(current))
      ? again(change, { ...memo, base: current })
      : hold(change, stale('Somebody else changed this entry before it was deleted', current));
  const disagree = clashes<Entry>(memo.base, memo.values, current).length > 0;
  if (disagree || judgeEntry({ ...current, ...memo.values }).length > 0)
    return hold(change, stale('Somebody else changed this entry in the meantime', current));
  return again(change, { ...memo, base: current });
}
