import type { Db } from '@monkey-tracker/db/client';
import type { Sealer } from '../../platform/sealing.ts';
import { hashOf } from '../../platform/secrets.ts';
import { stepOf } from './totp.ts';
import * as queries from './two-factor.queries.ts';

export const isOn = queries.isOn;

/**
 * Uses up a code of a user's authenticator, or one of their recovery codes: each is good once, also for two who try
 * at once. Call it in a transaction that is rolled back where the rest fails. @returns whether it fits
 */
export async function takeCode(
  { db, sealer }: { db: Db; sealer: Sealer },
  userId: string,
  code: string,
): Promise<boolean> {
  const held = await queries.lock(db, userId);
  if (!held) return false;
  if (!/^\d{6}$/.test(code)) return held.confirmed && queries.takeRecoveryCode(db, userId, hashOf(code));
  const step = stepOf(sealer.unseal('totp', held.secret), code, held.now);
  return step !== undefined && queries.takeStep(db, userId, step);
}
