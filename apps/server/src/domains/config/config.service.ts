import type { ConfigChange } from '@monkey-tracker/contract/config';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { updateWebhook } from '../webhook/index.ts';
import { timeZoneUnknown } from './config.errors.ts';
import * as queries from './config.queries.ts';

export const readSettings = (db: Db): Promise<queries.SharedSettings> => queries.read(db);

/** Changes the named settings; deadlines follow at once, because they are computed from these. */
export async function updateSettings(
  unit: Unit,
  { archive, webhook, ...fields }: ConfigChange,
): Promise<queries.SharedSettings> {
  const { db, actorId, record } = unit;
  if (webhook) await updateWebhook(unit, webhook);
  if (webhook && !archive && Object.keys(fields).length === 0) return readSettings(db);
  // PostgreSQL has its own list of zones, and it is the one that computes with them.
  if (fields.timeZone && !(await queries.knowsTimeZone(db, fields.timeZone))) throw timeZoneUnknown();
  await queries.lock(db);
  const before = await queries.read(db);
  await queries.update(db, {
    ...fields,
    ...(archive?.afterHours !== undefined && { archiveAfterHours: archive.afterHours }),
    ...(archive?.retentionMonths !== undefined && { retentionMonths: archive.retentionMonths }),
    updatedBy: actorId,
  });
  const after = await queries.read(db);
  record({ type: 'config.updated', subjectId: null, before, after });
  return after;
}
