import type { Role } from '@monkey-tracker/contract/endpoint';
import type { User } from '@monkey-tracker/contract/users';
import type { Unit } from '../../platform/change.ts';
import { addUser, issueLinkToken } from '../auth/index.ts';
import { invitationLetter, type Post } from '../mail/index.ts';
import { notInvited, userDisabled } from './users.errors.ts';
import { lockUser } from './users.service.ts';

/** How an invitation reaches a person: by mail where that goes, else by a link for the administrator to give. */
interface Way {
  post: Post;
  /** Where a link to copy leads. */
  origin: string;
  /** Gives the link although it could be mailed. */
  show?: boolean;
}

interface Invitation {
  /** Null where it was mailed. */
  url: string | null;
  expiresAt: number;
}

/** Adds a user without a password, and invites them to choose one. */
export async function inviteUser(
  unit: Unit,
  person: { email: string; displayName: string; roles: Role[] },
  way: Way,
): Promise<Invitation & { user: User }> {
  const user = await addUser(unit, { ...person, passwordHash: null });
  return { user, ...(await send(unit, user, way)) };
}

/** A new invitation; the link before it no longer works. */
export async function renewInvitation(unit: Unit, id: string, way: Way): Promise<Invitation> {
  const user = await lockUser(unit.db, id);
  if (!user.invited) throw notInvited();
  if (user.disabled) throw userDisabled();
  return send(unit, user, way);
}

async function send(unit: Unit, user: User, { post, origin, show = false }: Way): Promise<Invitation> {
  const { token, expiresAt } = await issueLinkToken(unit, user.id, 'invitation');
  const mailed = post.origin !== undefined && !show;
  unit.record({ type: 'user.invited', subjectId: user.id, after: { expiresAt, mailed } });
  const url = `${post.origin ?? origin}/invitation#token=${token}`;
  if (!mailed) return { url, expiresAt };
  const letter = invitationLetter({ name: user.displayName, url, expiresAt });
  await post.enqueue(unit.db, { kind: 'invitation', userId: user.id, recipient: user.email, ...letter });
  return { url: null, expiresAt };
}
