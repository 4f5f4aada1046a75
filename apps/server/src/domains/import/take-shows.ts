import { isDeepStrictEqual } from 'node:util';
import type { Db } from '@monkey-tracker/db/client';
import type { z } from 'zod';
import type { Unit } from '../../platform/change.ts';
import { archiveDueOn } from '../archive/index.ts';
import { purgedBefore, reasonOfDatabase, standsTwice, wordsOf } from './import.errors.ts';
import * as queries from './import.queries.ts';
import type { Ledger } from './ledger.ts';
import { type ArchivedRecord, archivedRecord, type LiveRecord, liveRecord } from './legacy-show.ts';

/** Takes archived shows as they are; `from` is the place of the first one in its source. */
export async function takeSnapshots(db: Db, records: unknown[], from: number, ledger: Ledger): Promise<void> {
  const good: ArchivedRecord[] = [];
  for (const [index, record] of records.entries()) {
    const read = readRecord(archivedRecord, record, 'archive', from + index, ledger);
    if (read) good.push(read);
  }
  const here = await queries.findHere(
    db,
    good.map((show) => show.id),
  );
  const wanted = good.filter((show) => judgePresence(here, show, 'archive', ledger));
  const inserted = await queries.insertSnapshots(db, wanted.map(toSnapshot));
  for (const show of wanted) {
    ledger.show('archive', inserted.has(show.id) ? 'imported' : 'present', show.entries.length);
  }
}

/** Takes a live show under the same promises as one that is typed in. */
export async function takeLiveShow(
  unit: Unit,
  record: unknown,
  index: number,
  ledger: Ledger,
): Promise<void> {
  const show = readRecord(liveRecord, record, 'shows', index, ledger);
  if (!show) return;
  const here = await queries.findHere(unit.db, [show.id]);
  if (!judgePresence(here, show, 'shows', ledger)) return;
  await archiveDueOn(unit, show.date);
  try {
    // A savepoint: one show that is refused must not undo the others.
    const after = await unit.db.transaction((db) => queries.insertShow(db, show));
    unit.record({ type: 'show.created', subjectId: show.id, showId: show.id, after });
    ledger.show('shows', 'imported', show.entries.length);
  } catch (error) {
    const refusal = { source: sourceOf('shows', index), id: show.id, reason: reasonOfDatabase(error) };
    ledger.refuseShow('shows', refusal, show.entries.length);
  }
}

type Kind = 'archive' | 'shows';
const sourceOf = (kind: Kind, index: number) => `${kind}[${index}]`;

/** The record in our shape, or undefined where it is refused or stood in this source before. */
function readRecord<S extends z.ZodType<{ id: string; entries: unknown[] }>>(
  schema: S,
  record: unknown,
  kind: Kind,
  index: number,
  ledger: Ledger,
): z.output<S> | undefined {
  const source = sourceOf(kind, index);
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    ledger.refuseShow(kind, { source, id: idOf(record), reason: wordsOf(parsed.error) }, entriesIn(record));
    return undefined;
  }
  const { id, entries } = parsed.data;
  const first = ledger.seen.get(id);
  if (!first) {
    ledger.seen.set(id, { source, record });
    return parsed.data;
  }
  // A show that was archived while the two lists were fetched stands in both: the archive has its last word.
  const movedMeanwhile = kind === 'shows' && first.source.startsWith('archive');
  if (movedMeanwhile || isDeepStrictEqual(first.record, record)) ledger.show(kind, 'present', entries.length);
  else ledger.refuseShow(kind, { source, id, reason: standsTwice(first.source) }, entries.length);
  return undefined;
}

function judgePresence(
  here: queries.Here,
  show: ArchivedRecord | LiveRecord,
  kind: Kind,
  ledger: Ledger,
): boolean {
  const state = here.get(show.id);
  if (state === undefined) return true;
  if (state === 'present') ledger.show(kind, 'present', show.entries.length);
  else {
    const source = ledger.seen.get(show.id)?.source ?? kind;
    ledger.refuseShow(kind, { source, id: show.id, reason: purgedBefore }, show.entries.length);
  }
  return false;
}

function toSnapshot({ archivedAt, deletedAt, ...data }: ArchivedRecord): queries.Snapshot {
  return { data, archivedAt, deletedAt: deletedAt === 0 ? null : deletedAt };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const idOf = (record: unknown) =>
  isRecord(record) && typeof record.id === 'string' ? record.id.slice(0, 100) : null;
const entriesIn = (record: unknown) =>
  isRecord(record) && Array.isArray(record.entries) ? record.entries.length : 0;
