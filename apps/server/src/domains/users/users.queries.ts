import type { Role } from '@monkey-tracker/contract/endpoint';
import type { User } from '@monkey-tracker/contract/users';
import type { Db } from '@monkey-tracker/db/client';
import { userRoles, users } from '@monkey-tracker/db/schema/users';
import { and, count, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';

const roles = sql<Role[]>`array(
  select ${userRoles.role} from ${userRoles} where ${userRoles.userId} = ${users.id} order by ${userRoles.role})::text[]`;

async function select(db: Db, where?: SQL): Promise<User[]> {
  const rows = await db
    .select({ row: users, roles })
    .from(users)
    .where(and(isNull(users.deletedAt), where));
  return rows.map(({ row, roles }) => ({
    id: row.id,
    email: row.email,
    displayName: row.displayName,
    roles,
    disabled: row.disabledAt !== null,
    invited: row.passwordHash === null,
    createdAt: row.createdAt.getTime(),
    lastSignInAt: row.lastSignInAt?.getTime() ?? null,
    resetRequestedAt: row.resetRequestedAt?.getTime() ?? null,
  }));
}

/** Everybody but the removed, in no order. */
export const list = (db: Db): Promise<User[]> => select(db);

export async function find(db: Db, id: string): Promise<User | undefined> {
  const [user] = await select(db, eq(users.id, id));
  return user;
}

/** Holds the user until the end of the transaction. */
export async function lock(db: Db, id: string): Promise<void> {
  await db.select({ id: users.id }).from(users).where(eq(users.id, id)).for('no key update');
}

export async function update(
  db: Db,
  id: string,
  { disabled, ...fields }: { email?: string; displayName?: string; disabled?: boolean },
): Promise<void> {
  const disabledAt = disabled === undefined ? undefined : disabled ? sql`server_now()` : null;
  const change = { ...fields, disabledAt };
  if (Object.values(change).every((value) => value === undefined)) return;
  await db.update(users).set(change).where(eq(users.id, id));
}

export async function replaceRoles(db: Db, userId: string, wanted: readonly Role[]): Promise<void> {
  await db.delete(userRoles).where(eq(userRoles.userId, userId));
  await db.insert(userRoles).values(wanted.map((role) => ({ userId, role })));
}

export async function markDeleted(db: Db, id: string): Promise<void> {
  await db
    .update(users)
    .set({ deletedAt: sql`server_now()` })
    .where(eq(users.id, id));
}

/** Administrators who can sign in. */
export async function countAdmins(db: Db): Promise<number> {
  const [row] = await db
    .select({ admins: count() })
    .from(users)
    .innerJoin(userRoles, and(eq(userRoles.userId, users.id), eq(userRoles.role, 'admin')))
    .where(and(isNull(users.deletedAt), isNull(users.disabledAt), isNotNull(users.passwordHash)));
  return row?.admins ?? 0;
}
