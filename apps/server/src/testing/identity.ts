import type { Role } from '@monkey-tracker/contract/endpoint';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import { userRoles, users } from '@monkey-tracker/db/schema/users';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

export interface Identity {
  userId: string;
  sessionId: string;
  token: string;
}

/** Makes a user and an open session without paying for a password hash. */
export async function signInDirectly(app: FastifyInstance, role: Role): Promise<Identity> {
  const { db } = app.database;
  const name = `${role} ${crypto.randomUUID()}`;
  const [user] = await db
    .insert(users)
    .values({ email: `${name.replace(' ', '.')}@example.org`, displayName: name, passwordHash: 'none' })
    .returning();
  if (!user) throw new Error('the user was not inserted');
  await db.insert(userRoles).values({ userId: user.id, role });
  const [session] = await db
    .insert(authSessions)
    .values({
      userId: user.id,
      refreshHash: crypto.randomUUID(),
      expiresAt: sql`server_now() + interval '30 days'`,
      address: '127.0.0.1',
      userAgent: 'test',
    })
    .returning();
  if (!session) throw new Error('the session was not inserted');
  return { userId: user.id, sessionId: session.id, token: app.jwt.sign({ sub: user.id, sid: session.id }) };
}
