import { archiveShow, deleteShow, restoreShow } from '@monkey-tracker/contract/archive';
import {
  createEntry,
  deleteEntry,
  type Entry,
  entryFields,
  updateEntry,
} from '@monkey-tracker/contract/entries';
import { createShow, type Show, updateShow } from '@monkey-tracker/contract/shows';
import { call } from '../../../api/call.ts';
import type { Outcome } from '../../../api/outbox/change.ts';
import { isProblem, mayPass, ProblemError } from '../../../api/problem-error.ts';
import type { LogChange, LogMemo } from './memo.ts';
import { again, hold, rebase } from './rebase.ts';

/** The records as this device last heard of them from the server. */
export interface Known {
  show(id: string): Show | undefined;
  entry(showId: string, id: string): Entry | undefined;
}

/** Tells the server of a change, on top of the newest version that is known here. */
export async function deliver(change: LogChange, known: Known): Promise<Outcome<LogMemo>> {
  const newer = newerThanBase(change.memo, known);
  if (newer) return { instead: rebase(change, newer) };
  try {
    return { done: await send(change) };
  } catch (error) {
    return afterRefusal(change, error, known);
  }
}

function newerThanBase(memo: LogMemo, known: Known): Show | Entry | undefined {
  if (!('base' in memo)) return undefined;
  const current =
    memo.kind === 'updateShow' ? known.show(memo.base.id) : known.entry(memo.showId, memo.base.id);
  return current && current.version > memo.base.version ? current : undefined;
}

function send({ key, memo }: LogChange): Promise<unknown> {
  switch (memo.kind) {
    case 'createShow':
      return call(createShow, { body: memo.show }, { key });
    case 'updateShow':
      return call(
        updateShow,
        { params: { id: memo.base.id }, body: memo.values },
        { key, version: memo.base.version },
      );
    case 'archiveShow':
      return call(archiveShow, { params: { id: memo.show.id } }, { key });
    case 'deleteShow':
      return call(deleteShow, { params: { id: memo.show.id } }, { key });
    case 'restoreShow':
      return call(restoreShow, { params: { id: memo.show.id } }, { key });
    case 'createEntry':
      return call(createEntry, { params: { id: memo.showId }, body: memo.entry }, { key });
    case 'updateEntry':
      return call(
        updateEntry,
        { params: { id: memo.showId, entryId: memo.base.id }, body: memo.values },
        { key, version: memo.base.version },
      );
  }
  return call(
    deleteEntry,
    { params: { id: memo.showId, entryId: memo.base.id } },
    { key, version: memo.base.version },
  );
}

/** Nobody is signed in, or the server asks for patience: the change itself is not what is wrong. */
const passes = (error: unknown) =>
  mayPass(error) || isProblem(error, { status: 401 }) || isProblem(error, { status: 429 });

/** Somebody else, or an earlier try of ours, has already brought about what was asked for. */
function alreadyDone({ kind }: LogMemo, error: ProblemError): boolean {
  const { status, code } = error.body;
  if (kind === 'deleteEntry' || kind === 'deleteShow' || kind === 'archiveShow') return status === 404;
  return kind === 'createShow' && code === 'shows.id_taken';
}

function afterRefusal(change: LogChange, error: unknown, known: Known): Outcome<LogMemo> {
  if (!(error instanceof ProblemError) || passes(error)) return 'later';
  const { code, status, current, errors } = error.body;
  if (alreadyDone(change.memo, error)) return { done: undefined };
  if (status === 412) return { instead: rebase(change, current) };
  if (code === 'entries.id_taken') return ownEntry(change, known);
  const fields = (errors ?? []).map(({ message }) => message).join('. ');
  return { instead: hold(change, { code, message: fields || error.message }) };
}

/** An earlier form of this entry reached the server: what was changed here since is an edit of it. */
function ownEntry(change: LogChange, known: Known): Outcome<LogMemo> {
  const { memo } = change;
  if (memo.kind !== 'createEntry') return { done: undefined };
  const base = known.entry(memo.showId, memo.entry.id);
  // Until the stream has told of it there is nothing to compare with.
  if (!base) return 'later';
  const values = entryFields.parse(memo.entry);
  return { instead: again(change, { kind: 'updateEntry', showId: memo.showId, base, values }) };
}
