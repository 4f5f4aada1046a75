import { email } from '@monkey-tracker/contract/accounts';
import { inUnit, type Unit } from '../../platform/change.ts';
import { codeRequired, codeWrong, isOn, takeCode } from '../two-factor/index.ts';
import * as accounts from './accounts.queries.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { invalidCredentials } from './auth.errors.ts';
import * as sessions from './sessions.queries.ts';
import { openSession } from './sessions.service.ts';
import * as throttle from '../../platform/throttle.ts';

/**
 * Opens a session for email and password. Unknown, disabled and wrong are refused in the same words after the
 * same time, and every attempt counts before it is judged, so that guesses made at once are all counted.
 */
export async function signIn(
  desk: Desk,
  given: { email: string; password: string; code?: string },
): Promise<Opened> {
  const { db, passwords, address, requestId } = desk;
  await throttle.attempt(db, 'sign-in address', address);
  const here = throttle.here(given.email, address);
  await throttle.attempt(db, 'sign-in account here', here);
  await throttle.attempt(db, 'sign-in account', given.email);

  const known = email.safeParse(given.email).success
    ? await accounts.findByEmail(db, given.email)
    : undefined;
  const fits = await passwords.verify(known?.passwordHash ?? null, given.password);
  if (!known?.passwordHash || !fits) throw invalidCredentials();
  if (given.code === undefined && (await isOn(db, known.id))) {
    // Half of the way, and no guess.
    await throttle.takeBack(db, 'sign-in account here', here);
    await throttle.takeBack(db, 'sign-in account', given.email);
    await throttle.takeBack(db, 'sign-in address', address);
    throw codeRequired();
  }
  const renewed = passwords.isOutdated(known.passwordHash) ? await passwords.hash(given.password) : undefined;

  const opened = await inUnit(db, { actorId: known.id, requestId }, async (unit) => {
    const now = await accounts.lockById(unit.db, known.id);
    // While the password was verified, it may have been changed or the user disabled.
    if (!now || now.disabled || now.passwordHash !== known.passwordHash) throw invalidCredentials();
    await ensureSecondFactor(unit, desk, known.id, given.code);
    await accounts.markSignedIn(unit.db, known.id, renewed);
    await sessions.forgetOld(unit.db, known.id);
    return openSession(unit, desk, known.id);
  });
  await throttle.forget(db, 'sign-in account here', here);
  await throttle.forget(db, 'sign-in account', given.email);
  await throttle.takeBack(db, 'sign-in address', address);
  await throttle.forgetOld(db);
  return opened;
}

async function ensureSecondFactor(
  { db }: Unit,
  { sealer }: Desk,
  userId: string,
  code: string | undefined,
): Promise<void> {
  if (!(await isOn(db, userId))) return;
  if (code === undefined) throw codeRequired();
  if (!(await takeCode({ db, sealer }, userId, code))) throw codeWrong(401);
}
