import type { Config, ConfigChange } from '@monkey-tracker/contract/config';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { isOn } from '../two-factor/index.ts';
import { updateWebhook } from '../webhook/index.ts';
import { fixedByEnvironment, ownSecondFactorMissing, timeZoneUnknown } from './config.errors.ts';
import * as queries from './config.queries.ts';

type Fixed = Partial<Config['sessions']>;

export const readSettings = (db: Db, fixed: Fixed): Promise<queries.SharedSettings> =>
  queries.read(db, fixed);

/** Changes the named settings; deadlines follow at once, because they are computed from these. */
export async function updateSettings(
  unit: Unit,
  { archive, webhook, sessions, ...fields }: Omit<ConfigChange, 'postgres'>,
  { fixed, sealer }: { fixed: Fixed; sealer: Sealer },
): Promise<queries.SharedSettings> {
  const { db, actorId, record } = unit;
  if (webhook) await updateWebhook(unit, webhook, sealer);
  if (!archive && !sessions && Object.keys(fields).length === 0) return readSettings(db, fixed);
  // PostgreSQL has its own list of zones, and it is the one that computes with them.
  if (fields.timeZone && !(await queries.knowsTimeZone(db, fields.timeZone))) throw timeZoneUnknown();
  if (fields.adminsNeedTwoFactor && !(actorId && (await isOn(db, actorId)))) throw ownSecondFactorMissing();
  await queries.lock(db);
  const before = await queries.read(db, fixed);
  ensureFree(sessions, before.sessions, fixed);
  await queries.update(db, {
    ...fields,
    ...(archive?.afterHours !== undefined && { archiveAfterHours: archive.afterHours }),
    ...(archive?.retentionMonths !== undefined && { retentionMonths: archive.retentionMonths }),
    ...(sessions?.idleMinutes !== undefined && { sessionIdleMinutes: sessions.idleMinutes }),
    ...(sessions?.maxHours !== undefined && { sessionMaxHours: sessions.maxHours }),
    updatedBy: actorId,
  });
  const after = await queries.read(db, fixed);
  record({ type: 'config.updated', subjectId: null, before, after });
  return after;
}

/** Who sends back what is so anyway changes nothing; who wants something else is told where it is decided. */
function ensureFree(wanted: Fixed = {}, now: Config['sessions'], fixed: Fixed): void {
  for (const name of ['idleMinutes', 'maxHours'] as const) {
    if (wanted[name] === undefined || fixed[name] === undefined || wanted[name] === now[name]) continue;
    throw fixedByEnvironment(`sessions.${name}`);
  }
}
