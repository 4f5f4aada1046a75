import type { ArchivedShow } from '@monkey-tracker/contract/archive';
import type { Show } from '@monkey-tracker/contract/shows';
import type { Unit } from '../../platform/change.ts';
import { archiveActive, findArchived, restoreArchived } from '../archive/index.ts';
import { showNotFound, translateRefusal } from './shows.errors.ts';
import * as queries from './shows.queries.ts';

/** Archives a show at this moment. One that is in the archive already stays as it is. */
export async function archiveShow(unit: Unit, id: string): Promise<ArchivedShow> {
  const archived = (await archiveActive(unit, id, 'now')) ?? (await findArchived(unit.db, id));
  if (!archived) throw showNotFound();
  return archived;
}

/** Deletes a show: it goes to the archive with the moment of its deletion. */
export async function deleteShow(unit: Unit, id: string): Promise<ArchivedShow> {
  const deleted = await archiveActive(unit, id, 'deleted');
  if (!deleted) throw showNotFound();
  return deleted;
}

/** Brings an archived show back with its ids, versions and times; it stays for as long as a new one would. */
export async function restoreShow(unit: Unit, id: string): Promise<Show> {
  if (!(await restoreArchived(unit, id).catch(translateRefusal))) throw showNotFound();
  const show = await queries.findActive(unit.db, id);
  if (!show) throw new Error('the restored show is not there');
  unit.record({ type: 'show.restored', subjectId: id, showId: id, after: show });
  return show;
}
