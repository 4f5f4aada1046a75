import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { recoveryCodes, userTotp } from '@monkey-tracker/db/schema/two-factor';
import { userRoles, users } from '@monkey-tracker/db/schema/users';
import { and, count, eq, isNull, lt, or, sql } from 'drizzle-orm';

/** The authenticator of a user, held until the end of the transaction; `now` is the database's clock. */
export async function lock(db: Db, userId: string) {
  const [row] = await db
    .select({
      secret: userTotp.secret,
      confirmed: sql<boolean>`${userTotp.confirmedAt} is not null`,
      now: sql<number>`epoch_ms(server_now())`.mapWith(Number),
    })
    .from(userTotp)
    .where(eq(userTotp.userId, userId))
    .for('update');
  return row;
}

export async function isOn(db: Db, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ on: sql<boolean>`${userTotp.confirmedAt} is not null` })
    .from(userTotp)
    .where(eq(userTotp.userId, userId));
  return row?.on ?? false;
}

/** Whether the venue asks a second factor of this user. */
export async function isRequired(db: Db, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ required: appConfig.adminsNeedTwoFactor })
    .from(appConfig)
    .innerJoin(userRoles, and(eq(userRoles.userId, userId), eq(userRoles.role, 'admin')));
  return row?.required ?? false;
}

/** A new authenticator in place of one that was never confirmed. */
export async function begin(db: Db, userId: string, secret: string): Promise<void> {
  await db
    .insert(userTotp)
    .values({ userId, secret })
    .onConflictDoUpdate({
      target: userTotp.userId,
      set: { secret, createdAt: sql`server_now()`, lastStep: null },
    });
}

export async function confirm(db: Db, userId: string): Promise<void> {
  await db
    .update(userTotp)
    .set({ confirmedAt: sql`server_now()` })
    .where(eq(userTotp.userId, userId));
}

/** Uses a step up. False where it, or a later one, was used before. */
export async function takeStep(db: Db, userId: string, step: number): Promise<boolean> {
  const unused = or(isNull(userTotp.lastStep), lt(userTotp.lastStep, step));
  const taken = await db
    .update(userTotp)
    .set({ lastStep: step })
    .where(and(eq(userTotp.userId, userId), unused))
    .returning({ userId: userTotp.userId });
  return taken.length > 0;
}

export async function takeRecoveryCode(db: Db, userId: string, codeHash: string): Promise<boolean> {
  const taken = await db
    .update(recoveryCodes)
    .set({ usedAt: sql`server_now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return taken.length > 0;
}

export async function replaceRecoveryCodes(db: Db, userId: string, hashes: string[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  if (hashes.length > 0)
    await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ userId, codeHash })));
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Removes authenticator and codes. False where there was none. */
export async function remove(db: Db, userId: string): Promise<boolean> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const removed = await db
    .delete(userTotp)
    .where(eq(userTotp.userId, userId))
    .returning({ userId: userTotp.userId });
  return removed.length > 0;
}

export async function findOwner(db: Db, userId: string) {
  const [owner] = await db
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  return owner;
}
