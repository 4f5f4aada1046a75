import type { ArchivedShow } from '@monkey-tracker/contract/archive';
import type { Db } from '@monkey-tracker/db/client';
import { inUnit, type Unit } from '../../platform/change.ts';
import * as queries from './archive.queries.ts';

/** Archived shows, last archived first; those whose time has come count, swept or not. */
export const listArchive = (db: Db): Promise<ArchivedShow[]> => queries.list(db);

export const findArchived = (db: Db, id: string): Promise<ArchivedShow | undefined> => queries.find(db, id);

/** Moves an active show to the archive, unless there is none. */
export async function archiveActive(
  unit: Unit,
  id: string,
  reason: 'now' | 'deleted',
): Promise<ArchivedShow | undefined> {
  return (await queries.lockActive(unit.db, id)) ? storeSnapshot(unit, id, reason) : undefined;
}

/** Puts a show back among the active ones, as a new version of it. @returns false where the archive has none. */
export async function restoreArchived(unit: Unit, id: string): Promise<boolean> {
  await archiveDue(unit, [id]);
  const date = await queries.findDate(unit.db, id);
  if (date === undefined) return false;
  await archiveDueOn(unit, date);
  return queries.restore(unit.db, id);
}

/** Archives the shows of a date whose time has come, so that they no longer count among its five. */
export async function archiveDueOn(unit: Unit, date: string): Promise<void> {
  await archiveDue(unit, await queries.listDue(unit.db, { date }));
}

/** Archives those of these shows whose time has come. @returns how many were. */
export async function archiveDue(unit: Unit, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (const id of ids) {
    if (!(await queries.lockDue(unit.db, id))) continue;
    await storeSnapshot(unit, id, 'due');
    count += 1;
  }
  return count;
}

/** Archives what the sweep has not come to yet, so that a question about the archive is answered rightly. */
export async function archiveOverdue(db: Db): Promise<void> {
  const ids = await queries.listDue(db);
  if (ids.length === 0) return;
  await inUnit(db, { actorId: null, requestId: null }, (unit) => archiveDue(unit, ids));
}

async function storeSnapshot(
  { db, record }: Unit,
  id: string,
  reason: queries.Reason,
): Promise<ArchivedShow> {
  const archived = await queries.storeSnapshot(db, id, reason);
  const type = reason === 'deleted' ? 'show.deleted' : 'show.archived';
  record({ type, subjectId: id, showId: id, after: archived });
  return archived;
}
