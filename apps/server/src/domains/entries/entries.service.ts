import type { Entry, EntryChange, NewEntry } from '@monkey-tracker/contract/entries';
import { judgeEntry } from '@monkey-tracker/contract/entry-rules';
import type { Unit } from '../../platform/change.ts';
import { ensureVersion } from '../../platform/versions.ts';
import { lockShow } from '../shows/index.ts';
import { entryNotFound, refuseViolations, translateRefusal } from './entries.errors.ts';
import * as queries from './entries.queries.ts';

/** The path of an entry: its show's id and its own. */
interface EntryPath {
  id: string;
  entryId: string;
}

export async function createEntry(
  { db, actorId, record }: Unit,
  showId: string,
  body: NewEntry,
): Promise<Entry> {
  refuseViolations(judgeEntry(body));
  await lockShow(db, showId);
  const entry = await queries
    .insert(db, { ...body, showId, createdBy: actorId, updatedBy: actorId })
    .catch(translateRefusal);
  record({ type: 'entry.created', subjectId: entry.id, showId, after: entry });
  return entry;
}

export async function updateEntry(
  { db, actorId, record }: Unit,
  { id: showId, entryId }: EntryPath,
  body: EntryChange,
): Promise<Entry> {
  const { version, ...fields } = body;
  await lockShow(db, showId);
  const before = await findEntry(db, showId, entryId);
  ensureVersion(version, before);
  refuseViolations(judgeEntry({ ...before, ...fields }));
  const entry = await queries.update(db, entryId, { ...fields, updatedBy: actorId }).catch(translateRefusal);
  record({ type: 'entry.updated', subjectId: entryId, showId, before, after: entry });
  return entry;
}

export async function deleteEntry(
  { db, record }: Unit,
  { id: showId, entryId }: EntryPath,
  version: number | undefined,
): Promise<undefined> {
  await lockShow(db, showId);
  const before = await findEntry(db, showId, entryId);
  ensureVersion(version, before);
  await queries.remove(db, entryId);
  record({ type: 'entry.deleted', subjectId: entryId, showId, before });
}

async function findEntry(db: Unit['db'], showId: string, entryId: string): Promise<Entry> {
  const entry = await queries.find(db, showId, entryId);
  if (!entry) throw entryNotFound();
  return entry;
}
