import type { Account, Settings } from '@monkey-tracker/contract/accounts';
import { type Role, roles as roleNames } from '@monkey-tracker/contract/endpoint';
import type { User } from '@monkey-tracker/contract/users';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { refusedBy } from '../../platform/postgres-errors.ts';
import * as queries from './accounts.queries.ts';
import { accountGone, emailTaken } from './auth.errors.ts';

export interface NewUser {
  id?: string;
  email: string;
  displayName: string;
  roles: Role[];
  /** Null where they choose it by an invitation. */
  passwordHash: string | null;
}

/** Says in words that an address is in use. */
export function translateRefusal(error: unknown): never {
  if (refusedBy(error) === 'users_email_key') throw emailTaken();
  throw error;
}

/** Adds a user whose password is hashed already. */
export async function addUser({ db, record }: Unit, given: NewUser): Promise<User> {
  const roles = roleNames.filter((role) => given.roles.includes(role));
  const row = await queries.insertUser(db, { ...given, roles }).catch(translateRefusal);
  const user: User = {
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    roles,
    disabled: false,
    invited: given.passwordHash === null,
    createdAt: row.createdAt.getTime(),
    lastSignInAt: null,
    resetRequestedAt: null,
  };
  record({ type: 'user.created', subjectId: user.id, after: user });
  return user;
}

export async function readMe(db: Db, userId: string): Promise<Account> {
  const account = await queries.findAccount(db, userId);
  if (!account) throw accountGone();
  return account;
}

/** Changes the own name, and of the settings the named ones. */
export async function updateMe(
  { db, record }: Unit,
  userId: string,
  change: { displayName?: string; settings?: Settings },
): Promise<Account> {
  if (!(await queries.lockById(db, userId))) throw accountGone();
  const before = await readMe(db, userId);
  if (change.displayName !== undefined) await queries.rename(db, userId, change.displayName);
  if (change.settings !== undefined) await queries.mergeSettings(db, userId, change.settings);
  const after = await readMe(db, userId);
  record({ type: 'user.updated', subjectId: userId, before, after });
  return after;
}
