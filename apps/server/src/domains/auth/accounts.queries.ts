import type { Account, Settings } from '@monkey-tracker/contract/accounts';
import type { Role } from '@monkey-tracker/contract/endpoint';
import type { Db } from '@monkey-tracker/db/client';
import { userRoles, userSettings, users } from '@monkey-tracker/db/schema/users';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** What is compared when somebody signs in. */
export interface Credentials {
  id: string;
  email: string;
  displayName: string;
  /** Null until an invitation is accepted. */
  passwordHash: string | null;
  disabled: boolean;
}

const credentials = {
  id: users.id,
  email: users.email,
  displayName: users.displayName,
  passwordHash: users.passwordHash,
  disabled: sql<boolean>`${users.disabledAt} is not null`,
};
const present = isNull(users.deletedAt);

/** Whether anybody was ever made; removed users count. */
export async function anyUser(db: Db): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}

/** One change at a time of who is an administrator, until the end of the transaction. */
export async function lockAdministration(db: Db): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' administration', 0))`,
  );
}

export async function findByEmail(db: Db, email: string): Promise<Credentials | undefined> {
  const [row] = await db
    .select(credentials)
    .from(users)
    .where(and(eq(users.email, email), present));
  return row;
}

export async function findById(db: Db, id: string): Promise<Credentials | undefined> {
  const [row] = await db
    .select(credentials)
    .from(users)
    .where(and(eq(users.id, id), present));
  return row;
}

/** The same, held until the end of the transaction. */
export async function lockById(db: Db, id: string): Promise<Credentials | undefined> {
  const [row] = await db
    .select(credentials)
    .from(users)
    .where(and(eq(users.id, id), present))
    .for('no key update');
  return row;
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const [row] = await db
    .select({
      id: users.id,
      email: users.email,
      displayName: users.displayName,
      roles: sql<Role[]>`array(
        select ${userRoles.role} from ${userRoles} where ${userRoles.userId} = ${users.id} order by ${userRoles.role})::text[]`,
      settings: sql<Settings>`coalesce(${userSettings.settings}, '{}')`,
    })
    .from(users)
    .leftJoin(userSettings, eq(userSettings.userId, users.id))
    .where(and(eq(users.id, id), present));
  return row;
}

export async function insertUser(
  db: Db,
  { roles, ...row }: Omit<typeof users.$inferInsert, 'createdAt'> & { roles: Role[] },
): Promise<typeof users.$inferSelect> {
  const [inserted] = await db.insert(users).values(row).returning();
  if (!inserted) throw new Error('an insert gave no row back');
  await db.insert(userRoles).values(roles.map((role) => ({ userId: inserted.id, role })));
  return inserted;
}

export async function rename(db: Db, id: string, displayName: string): Promise<void> {
  await db.update(users).set({ displayName }).where(eq(users.id, id));
}

/** Sets the named settings and leaves the rest. */
export async function mergeSettings(db: Db, userId: string, settings: Settings): Promise<void> {
  await db
    .insert(userSettings)
    .values({ userId, settings })
    .onConflictDoUpdate({
      target: userSettings.userId,
      set: { settings: sql`${userSettings.settings} || excluded.settings` },
    });
}

/** Whoever signs in needs no reset any more; `renewedHash` is the same password at today's costs. */
export async function markSignedIn(db: Db, id: string, renewedHash: string | undefined): Promise<void> {
  await db
    .update(users)
    .set({ lastSignInAt: sql`server_now()`, resetRequestedAt: null, passwordHash: renewedHash })
    .where(eq(users.id, id));
}

export async function markResetRequested(db: Db, id: string): Promise<void> {
  await db
    .update(users)
    .set({ resetRequestedAt: sql`server_now()` })
    .where(eq(users.id, id));
}

export async function setPasswordHash(db: Db, id: string, passwordHash: string): Promise<void> {
  await db.update(users).set({ passwordHash, resetRequestedAt: null }).where(eq(users.id, id));
}
