import type { NewShow, Show, ShowChange } from '@monkey-tracker/contract/shows';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { ensureVersion } from '../../platform/versions.ts';
import { archiveDueOn } from '../archive/index.ts';
import { showNotFound, translateRefusal } from './shows.errors.ts';
import * as queries from './shows.queries.ts';

/** Holds the show until the end of the transaction: nobody else changes, archives or adds to it meanwhile. */
export async function lockShow(db: Db, id: string): Promise<void> {
  if (!(await queries.lockActive(db, id))) throw showNotFound();
}

async function lockAndRead(db: Db, id: string): Promise<Show> {
  await lockShow(db, id);
  // A statement of its own, so that it sees what was committed while this one waited.
  const show = await queries.findActive(db, id);
  if (!show) throw showNotFound();
  return show;
}

export async function createShow({ db, actorId, record }: Unit, body: NewShow): Promise<Show> {
  await archiveDueOn({ db, actorId, record }, body.date);
  const show = await queries
    .insert(db, { ...body, createdBy: actorId, updatedBy: actorId })
    .catch(translateRefusal);
  record({ type: 'show.created', subjectId: show.id, showId: show.id, after: show });
  return show;
}

export async function updateShow({ db, actorId, record }: Unit, id: string, body: ShowChange): Promise<Show> {
  const { version, ...fields } = body;
  const before = await lockAndRead(db, id);
  ensureVersion(version, before);
  if (fields.date !== undefined && fields.date !== before.date) {
    await archiveDueOn({ db, actorId, record }, fields.date);
  }
  const show = await queries.update(db, id, { ...fields, updatedBy: actorId }).catch(translateRefusal);
  record({ type: 'show.updated', subjectId: id, showId: id, before, after: show });
  return show;
}
