import type { Rebuilt } from '@monkey-tracker/contract/audit-records';
import { entry, entryChange, newEntry } from '@monkey-tracker/contract/entries';
import { show, showChange } from '@monkey-tracker/contract/shows';
import { z } from 'zod';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { Problem } from '../../platform/problem.ts';
import { createEntry, updateEntry } from '../entries/index.ts';
import { updateShow } from '../shows/index.ts';
import { nothingThen, recordUnknown, showGone } from './audit.errors.ts';
import * as queries from './records.queries.ts';

const shown = show.omit({ entries: true });

/** A show that left for the archive is not there, though the log tells how it was. */
const ended = ({ type, after }: queries.LastChange) =>
  after === null || type === 'show.archived' || type === 'show.deleted';

const showOf = (change: queries.LastChange | undefined) =>
  change && !ended(change) ? shown.parse(change.after) : null;
const entryOf = (change: queries.LastChange | undefined) =>
  change && !ended(change) ? entry.parse(change.after) : null;

/** A show or an entry as it was at a point of the log, computed from the log alone, and as it is. */
export async function readRecordAt(db: Db, id: string, point: queries.Point): Promise<Rebuilt> {
  const now = await queries.findLastChange(db, id, {});
  if (!now) throw recordUnknown();
  const was = await queries.findLastChange(db, id, point);
  return now.type.startsWith('show.')
    ? { kind: 'show', was: showOf(was), now: showOf(now) }
    : { kind: 'entry', was: entryOf(was), now: entryOf(now) };
}

// Not strict: of a record only the fields that people set are taken.
const showFields = z.object(showChange.omit({ version: true }).shape);
const entryFields = z.object(entryChange.omit({ version: true }).shape);
const newEntryFields = z.object(newEntry.shape);

/** Puts a record back to what it was after a change: a new change, judged by the rules of every other. */
export async function restoreRecord(unit: Unit, id: string, seq: number): Promise<void> {
  const { kind, was } = await readRecordAt(unit.db, id, { seq });
  if (!was) throw nothingThen();
  if (kind === 'show') await updateShow(unit, id, showFields.parse(was)).catch(gone);
  else await restoreEntry(unit, id, was).catch(gone);
}

async function restoreEntry(unit: Unit, id: string, was: object): Promise<void> {
  const { showId } = (await queries.findLastChange(unit.db, id, {})) ?? {};
  if (!showId) throw recordUnknown();
  if (await queries.isThere(unit.db, id))
    await updateEntry(unit, { id: showId, entryId: id }, entryFields.parse(was));
  else await createEntry(unit, showId, newEntryFields.parse(was));
}

function gone(error: unknown): never {
  throw error instanceof Problem && error.status === 404 ? showGone() : error;
}
