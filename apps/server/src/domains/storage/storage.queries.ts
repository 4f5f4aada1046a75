import type { Db } from '@monkey-tracker/db/client';
import { users } from '@monkey-tracker/db/schema/users';
import { eq } from 'drizzle-orm';

export async function knowsUser(db: Db, id: string): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).where(eq(users.id, id))).length > 0;
}
