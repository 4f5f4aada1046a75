import type { User } from '@monkey-tracker/contract/users';
import type { Db } from '@monkey-tracker/db/client';
import { inUnit } from '../../platform/change.ts';
import type { Passwords } from '../../platform/passwords.hashing.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import * as accounts from './accounts.queries.ts';
import { addUser } from './accounts.service.ts';
import { accountGone } from './auth.errors.ts';
import { setPassword } from './password.service.ts';
import * as tokens from './tokens.queries.ts';

/** For whoever sits at the server itself and cannot sign in: nobody is the actor of what they do. */
const atTheConsole = { actorId: null, requestId: null };

/** Adds an administrator; an address that is in use is refused. */
export async function createAdmin(
  db: Db,
  passwords: Passwords,
  given: { email: string; displayName: string; password: string },
): Promise<User> {
  const { password, ...person } = given;
  ensureStrong(password, person);
  const passwordHash = await passwords.hash(password);
  return inUnit(db, atTheConsole, async (unit) => {
    await accounts.lockAdministration(unit.db);
    await tokens.voidSetup(unit.db);
    return addUser(unit, { ...person, roles: ['admin'], passwordHash });
  });
}

/** Sets a user's password and ends their sessions. */
export async function resetPassword(
  db: Db,
  passwords: Passwords,
  given: { email: string; password: string },
): Promise<void> {
  const known = await accounts.findByEmail(db, given.email.trim().toLowerCase());
  if (!known) throw accountGone();
  ensureStrong(given.password, known);
  const passwordHash = await passwords.hash(given.password);
  await inUnit(db, atTheConsole, async (unit) => {
    if (!(await accounts.lockById(unit.db, known.id))) throw accountGone();
    await setPassword(unit, known.id, passwordHash, { reason: 'password_reset' });
  });
}
