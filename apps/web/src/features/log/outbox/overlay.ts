import type { Entry } from '@monkey-tracker/contract/entries';
import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { Show } from '@monkey-tracker/contract/shows';
import type { OutboxState } from '../../../api/outbox/outbox.ts';
import type { LoggedEntry, LoggedShow, Standing } from '../log.record.ts';
import type { LogChange, LogMemo } from './memo.ts';

/** The shows of the server with this person's unconfirmed changes laid over them, in the order they were made. */
export function withPending(
  shows: readonly Show[],
  { changes, sending }: Pick<OutboxState<LogMemo>, 'changes' | 'sending'>,
  userId: string,
): LoggedShow[] {
  const confirmed: LoggedShow[] = shows.map((show) => ({
    ...show,
    standing: 'confirmed',
    entries: show.entries.map((entry) => ({ ...entry, standing: 'confirmed' })),
  }));
  return changes
    .filter((change) => change.userId === userId)
    .reduce((list, change) => lay(list, change, change.id === sending ? 'sent' : 'device'), confirmed);
}

function lay(shows: LoggedShow[], change: LogChange, way: Standing): LoggedShow[] {
  const { memo, held } = change;
  const standing = held ? 'conflict' : way;
  const mark = { standing, ...(held && { trouble: change }) };
  switch (memo.kind) {
    case 'createShow':
      return shows.some(({ id }) => id === memo.show.id)
        ? inShow(shows, memo.show.id, (show) => ({ ...show, ...mark }))
        : [...shows, { ...fresh(change), ...memo.show, entries: [], ...mark }];
    case 'updateShow':
      // What somebody else wrote stands until a person decides; then ours.
      return inShow(shows, memo.base.id, (show) => ({ ...show, ...(!held && memo.values), ...mark }));
    case 'archiveShow':
    case 'deleteShow':
      return held
        ? inShow(shows, memo.show.id, (show) => ({ ...show, ...mark }))
        : shows.filter(({ id }) => id !== memo.show.id);
    case 'restoreShow':
      return shows.some(({ id }) => id === memo.show.id)
        ? shows
        : [
            ...shows,
            { ...memo.show, entries: memo.show.entries.map((one) => ({ ...one, standing })), ...mark },
          ];
  }
  return inShow(shows, memo.showId, (show) => ({
    ...show,
    entries: layEntry(show.entries, change, memo, mark),
  }));
}

const inShow = (shows: LoggedShow[], id: string, how: (show: LoggedShow) => LoggedShow) =>
  shows.map((show) => (show.id === id ? how(show) : show));

type Mark = Pick<LoggedEntry, 'standing' | 'trouble'>;

function layEntry(
  entries: LoggedEntry[],
  change: LogChange,
  memo: LogMemo & { kind: `${string}Entry` },
  mark: Mark,
): LoggedEntry[] {
  const marked = (match: (entry: LoggedEntry) => boolean, over: Partial<Entry> = {}) =>
    entries.map((entry) => (match(entry) ? { ...entry, ...over, ...mark } : entry));
  if (memo.kind === 'createEntry') {
    const key = pilotKey(memo.entry.operator);
    const there = entries.find(({ id, operator }) => id === memo.entry.id || pilotKey(operator) === key);
    if (there) return marked((entry) => entry === there);
    return [...entries, { ...fresh(change), ...memo.entry, ...mark }];
  }
  const there = entries.some(({ id }) => id === memo.base.id);
  if (memo.kind === 'deleteEntry')
    return change.held
      ? marked(({ id }) => id === memo.base.id)
      : entries.filter(({ id }) => id !== memo.base.id);
  // Somebody deleted what was edited here: the words stay in sight until a person decides.
  if (!there) return change.held ? [...entries, { ...memo.base, ...memo.values, ...mark }] : entries;
  return marked(({ id }) => id === memo.base.id, change.held ? {} : memo.values);
}

/** What the server will say about a new record, as far as it can be known here. */
const fresh = ({ userId, at }: LogChange) => ({
  version: 0,
  createdBy: userId,
  updatedBy: userId,
  createdAt: at,
  updatedAt: at,
});
