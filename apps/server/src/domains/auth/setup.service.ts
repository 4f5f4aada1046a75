import type { Db } from '@monkey-tracker/db/client';
import { v7 as uuid } from 'uuid';
import { inUnit, type Unit } from '../../platform/change.ts';
import type { Passwords } from '../../platform/passwords.hashing.ts';
import { ensureStrong, weaknessOf } from '../../platform/passwords.policy.ts';
import * as accounts from './accounts.queries.ts';
import { addUser, type NewUser } from './accounts.service.ts';
import type { Desk, Opened } from './auth.desk.ts';
import { setupDone, setupTokenInvalid } from './auth.errors.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { openSession } from './sessions.service.ts';
import * as throttle from '../../platform/throttle.ts';
import * as tokens from './tokens.queries.ts';

const setupMinutes = 7 * 24 * 60;

export const readSetup = async (db: Db): Promise<{ needed: boolean }> => ({
  needed: !(await accounts.anyUser(db)),
});

/** Makes the first administrator and signs them in. Of two who try at once only one does. */
export async function completeSetup(
  desk: Desk,
  given: { token: string; email: string; displayName: string; password: string },
): Promise<Opened> {
  const { db, passwords, address, requestId } = desk;
  const { token, password, ...person } = given;
  if (await accounts.anyUser(db)) throw setupDone();
  await throttle.attempt(db, 'setup address', address);
  if (!(await tokens.find(db, { purpose: 'setup', tokenHash: hashOf(token) }))) {
    // Somebody may have used it just now.
    throw (await accounts.anyUser(db)) ? setupDone() : setupTokenInvalid();
  }
  ensureStrong(password, person);
  const passwordHash = await passwords.hash(password);

  const id = uuid();
  return inUnit(db, { actorId: id, requestId }, async (unit) => {
    if (!(await addFirstAdmin(unit, { id, ...person, passwordHash }))) throw setupDone();
    await accounts.markSignedIn(unit.db, id, undefined);
    return openSession(unit, desk, id);
  });
}

/**
 * A one-time token with which the first administrator is made, while there is none: for the start-up log.
 * Each instance that starts has its own; all are void once one was used, or after seven days.
 */
export async function ensureSetupToken(db: Db): Promise<string | null> {
  if (await accounts.anyUser(db)) return null;
  await tokens.forgetOld(db);
  const token = newSecret();
  await tokens.insert(db, { purpose: 'setup', tokenHash: hashOf(token) }, setupMinutes);
  return token;
}

/**
 * Makes the first administrator from the environment, unless there are users already.
 * @returns whether it did, and in words what is weak about the password: an unattended start is not stopped by it.
 */
export async function createFirstAdmin(
  db: Db,
  passwords: Passwords,
  given: { email: string; password: string; displayName?: string },
): Promise<{ made: boolean; weakness?: string }> {
  if (await accounts.anyUser(db)) return { made: false };
  const person = {
    email: given.email.trim().toLowerCase(),
    displayName: given.displayName ?? 'Administrator',
  };
  const passwordHash = await passwords.hash(given.password);
  const made = await inUnit(db, { actorId: null, requestId: null }, (unit) =>
    addFirstAdmin(unit, { ...person, passwordHash }),
  );
  return { made, weakness: made ? weaknessOf(given.password, person) : undefined };
}

async function addFirstAdmin(unit: Unit, given: Omit<NewUser, 'roles'>): Promise<boolean> {
  await accounts.lockAdministration(unit.db);
  if (await accounts.anyUser(unit.db)) return false;
  await addUser(unit, { ...given, roles: ['admin'] });
  await tokens.voidSetup(unit.db);
  return true;
}
