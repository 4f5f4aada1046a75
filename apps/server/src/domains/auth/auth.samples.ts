import { login, refresh } from '@monkey-tracker/contract/auth';
import type { Role } from '@monkey-tracker/contract/endpoint';
import { users } from '@monkey-tracker/db/schema/users';
import { eq } from 'drizzle-orm';
import type { TestApp } from '../../testing/app.ts';
import { insertUser } from './accounts.queries.ts';

export const password = 'seven quiet herons at dusk';
export const otherPassword = 'eleven loud geese at noon';

/** A user with a real password, made without going through the API. */
export async function makeUser({ app }: TestApp, role: Role = 'dispatcher', email = 'dana@example.org') {
  const passwordHash = await app.passwords.hash(password);
  return insertUser(app.database.db, { email, displayName: 'Dana Diaz', passwordHash, roles: [role] });
}

/** The pair `name=value` of the cookie that an answer sets; undefined where it sets none. */
export function cookieIn({ headers }: { headers: Record<string, unknown> }): string | undefined {
  const set = headers['set-cookie'];
  const line: unknown = Array.isArray(set) ? set[0] : set;
  return typeof line === 'string' ? line.split(';')[0] : undefined;
}

/** Signs in through the API; gives the cookie and the headers of the session. */
export async function signedIn({ anonymous }: TestApp, email = 'dana@example.org', typed = password) {
  const outcome = await anonymous.call(login, { body: { email, password: typed } });
  if (outcome.status !== 200) throw new Error(`sign-in was refused: ${outcome.problem.detail}`);
  const { accessToken, user } = outcome.body;
  return { user, cookie: cookieIn(outcome) ?? '', headers: { authorization: `Bearer ${accessToken}` } };
}

/** Presents a cookie for the next one. */
export const present = ({ anonymous }: TestApp, cookie: string, attempt?: string, headers = {}) =>
  anonymous.call(refresh, { body: attempt === undefined ? undefined : { attempt } }, { cookie, ...headers });

export const disable = ({ app }: TestApp, id: string) =>
  app.database.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
