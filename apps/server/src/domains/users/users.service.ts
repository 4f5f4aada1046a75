import type { Role } from '@monkey-tracker/contract/endpoint';
import type { User } from '@monkey-tracker/contract/users';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import type { Passwords } from '../../platform/passwords.hashing.ts';
import { ensureStrong } from '../../platform/passwords.policy.ts';
import {
  addUser,
  cancelLinks,
  endSessions,
  issueLinkToken,
  listSessions,
  lockAdministration,
  translateRefusal,
} from '../auth/index.ts';
import { lastAdmin, userDisabled, userNotFound } from './users.errors.ts';
import * as queries from './users.queries.ts';

const names = new Intl.Collator('en');

export async function listUsers(db: Db): Promise<User[]> {
  const users = await queries.list(db);
  return users.toSorted((a, b) => names.compare(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1));
}

export async function readUser(db: Db, id: string): Promise<User> {
  const user = await queries.find(db, id);
  if (!user) throw userNotFound();
  return user;
}

interface NewUser {
  email: string;
  displayName: string;
  password: string;
  roles: Role[];
}

/** Judges and hashes the password, which takes long; then, within a transaction, the user can be added. */
export async function prepareUser(passwords: Passwords, { password, ...person }: NewUser) {
  ensureStrong(password, person);
  const passwordHash = await passwords.hash(password);
  return (unit: Unit): Promise<User> => addUser(unit, { ...person, passwordHash });
}

/** One change at a time: two administrators cannot remove each other. */
export async function lockUser(db: Db, id: string): Promise<User> {
  await lockAdministration(db);
  await queries.lock(db, id);
  return readUser(db, id);
}

async function ensureAdminRemains(db: Db): Promise<void> {
  if ((await queries.countAdmins(db)) === 0) throw lastAdmin();
}

/** Changes the named fields; roles hold from the next request on, and a disabled user's sessions end. */
export async function updateUser(
  unit: Unit,
  id: string,
  { roles, ...fields }: { email?: string; displayName?: string; roles?: Role[]; disabled?: boolean },
): Promise<User> {
  const { db, record } = unit;
  const before = await lockUser(db, id);
  // Disabling twice keeps the first moment.
  const disabled = fields.disabled === before.disabled ? undefined : fields.disabled;
  await queries.update(db, id, { ...fields, disabled }).catch(translateRefusal);
  if (roles) await queries.replaceRoles(db, id, [...new Set(roles)]);
  await ensureAdminRemains(db);

  const after = await readUser(db, id);
  if (JSON.stringify(after) !== JSON.stringify(before))
    record({ type: 'user.updated', subjectId: id, before, after });
  if (disabled) {
    await cancelLinks(unit, id);
    await endSessions(unit, { userId: id }, 'user_disabled');
  }
  return after;
}

export async function listSessionsOfUser(db: Db, id: string) {
  await readUser(db, id);
  const sessions = await listSessions(db, { userId: id, sessionId: '' });
  return { sessions: sessions.map(({ current: _current, ...session }) => session) };
}

/** Ends all sessions of a user, on every device; they may sign in again. */
export async function signOutUser(unit: Unit, id: string): Promise<{ ended: number }> {
  await lockUser(unit.db, id);
  return { ended: await endSessions(unit, { userId: id }, 'ended_by_admin') };
}

/** Removes a user; the row stays, because what they logged names it. */
export async function deleteUser(unit: Unit, id: string): Promise<void> {
  const { db, record } = unit;
  const before = await lockUser(db, id);
  await queries.markDeleted(db, id);
  await ensureAdminRemains(db);
  record({ type: 'user.deleted', subjectId: id, before });
  await cancelLinks(unit, id);
  await endSessions(unit, { userId: id }, 'user_deleted');
}

/** A link, told once, with which the user sets a new password. */
export async function createResetLink(
  unit: Unit,
  id: string,
  origin: string,
): Promise<{ url: string; expiresAt: number }> {
  const user = await lockUser(unit.db, id);
  if (user.disabled) throw userDisabled();
  const { token, expiresAt } = await issueLinkToken(unit, id, 'password_reset');
  unit.record({ type: 'user.reset_link_created', subjectId: id, after: { expiresAt } });
  return { url: `${origin}/reset#token=${token}`, expiresAt };
}
