import { setImmediate as otherWork } from 'node:timers/promises';
import type { ImportReport, ImportSource } from '@monkey-tracker/contract/import';
import type { Db } from '@monkey-tracker/db/client';
import { inUnit, type Origin, type Unit } from '../../platform/change.ts';
import * as queries from './import.queries.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { takeNames } from './take-names.ts';
import { takeLiveShow, takeSnapshots } from './take-shows.ts';

export interface ImportOptions {
  /** Does all the work and takes it back, so that the report is exact. */
  dryRun?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** Carries the report out of a transaction that is rolled back. */
class DryRun extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('a dry run');
    this.report = report;
  }
}

/**
 * Takes over what the old software answered, in one transaction: ids, times and every field as they were.
 * What is here already stays; what breaks a rule is reported with the reason, and the rest is taken.
 */
export async function importLegacy(
  { db, ...origin }: Origin & { db: Db },
  source: ImportSource,
  { dryRun = false, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  try {
    return await inUnit(db, origin, async (unit) => {
      const report = await importInto(unit, source, { dryRun, onProgress });
      if (dryRun) throw new DryRun(report);
      return report;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

/** The same as a part of a transaction that does more. */
export async function importInto(
  unit: Unit,
  source: ImportSource,
  { dryRun = false, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  await queries.beginLongWork(unit.db);
  const ledger = openLedger(dryRun);
  await takeAll(unit, source, ledger, onProgress);
  const report = ledger.report(await queries.countPurgeDue(unit.db));
  if (ledger.tookSomething())
    unit.record({ type: 'archive.imported', subjectId: null, after: summary(report) });
  return report;
}

/** Small enough that requests of other people are answered in between. */
const batchSize = 100;

async function takeAll(
  unit: Unit,
  source: ImportSource,
  ledger: Ledger,
  onProgress: ImportOptions['onProgress'],
) {
  const { staff, archive = [], shows = [] } = source;
  const total = archive.length + shows.length;
  if (staff !== undefined) await takeNames(unit.db, staff, ledger);
  for (let from = 0; from < archive.length; from += batchSize) {
    await takeSnapshots(unit.db, archive.slice(from, from + batchSize), from, ledger);
    onProgress?.(Math.min(from + batchSize, archive.length), total);
    await otherWork();
  }
  // Live shows last: they hold their dates until the commit.
  for (const [index, record] of shows.entries()) {
    await takeLiveShow(unit, record, index, ledger);
    onProgress?.(archive.length + index + 1, total);
  }
}

/** The event tells how many, never the records: those are in the archive, and some in the report. */
const summary = ({ refused, ...counts }: ImportReport) => ({ ...counts, refused: refused.length });
