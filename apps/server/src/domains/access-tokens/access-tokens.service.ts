import { type AccessToken, tokenPrefix } from '@monkey-tracker/contract/access-tokens';
import { allows, type Role } from '@monkey-tracker/contract/endpoint';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import { hashOf, newSecret } from '../../platform/secrets.ts';
import { readUser } from '../users/index.ts';
import * as errors from './access-tokens.errors.ts';
import * as queries from './access-tokens.queries.ts';

/** So many scripts nobody has; without a bound one account could fill the table. */
const mostTokens = 50;

export const listTokens = async (db: Db, userId: string): Promise<{ tokens: AccessToken[] }> => ({
  tokens: await queries.list(db, userId),
});

export async function listTokensOfUser(db: Db, userId: string): Promise<{ tokens: AccessToken[] }> {
  await readUser(db, userId);
  return listTokens(db, userId);
}

/** Makes a token. It is in the answer and nowhere else: the database keeps its hash. */
export async function createToken(
  { db, record }: Unit,
  owner: { userId: string; roles: Role[] },
  { name, role, expiresInDays }: { name: string; role: Role; expiresInDays?: number },
): Promise<AccessToken & { token: string }> {
  if (!allows(role, owner.roles)) throw errors.roleNotHeld();
  await queries.lockOwner(db, owner.userId);
  if ((await queries.list(db, owner.userId)).length >= mostTokens) throw errors.tooManyTokens(mostTokens);
  const token = tokenPrefix + newSecret();
  const row = { userId: owner.userId, name, role, tokenHash: hashOf(token) };
  const made = await queries.insert(db, row, expiresInDays);
  record({ type: 'token.created', subjectId: made.id, after: { userId: owner.userId, ...made } });
  return { ...made, token };
}

/** Ends one token: the next request with it is refused, and its streams end within twenty seconds. */
export async function revokeToken({ db, record }: Unit, userId: string, id: string): Promise<void> {
  const [ended] = await queries.revoke(db, userId, id);
  if (!ended) throw errors.tokenNotFound();
  record({ type: 'token.revoked', subjectId: id, before: { userId, ...ended } });
}
