import type { Random } from '../random.ts';
import { password } from './venue.ts';

/** Somebody who comes to the door: from where, as whom, and whether they know the password. */
export interface Visitor {
  email: string;
  address: string;
  password: string;
  /** Whoever knows their password is let in, whatever others do. */
  isHonest: boolean;
}

/** Signs in. @returns the status and, where it worked, the access token */
export async function signIn(
  url: string,
  { email, address, password: typed }: Omit<Visitor, 'isHonest'>,
): Promise<{ status: number; token: string }> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password: typed }),
  });
  const body = (await answer.json()) as { accessToken?: string };
  return { status: answer.status, token: body.accessToken ?? '' };
}

/**
 * One of those who come: half are people of the venue, behind a few addresses; a quarter are people who mistype, from
 * wherever they are; the rest are strangers at a few addresses who guess at everybody's account.
 */
export function visitorOf(random: Random, people: readonly string[]): Visitor {
  const email = random.one(people) ?? '';
  const chance = random.below(4);
  if (chance < 2) return { email, password, isHonest: true, address: `10.1.0.${1 + random.below(4)}` };
  if (chance === 2)
    return {
      email: `nobody${random.below(1_000_000)}@example.org`,
      password: 'mistyped',
      isHonest: false,
      address: `10.2.${random.below(250)}.${random.below(250)}`,
    };
  return { email, password: 'guessed', isHonest: false, address: `10.3.0.${1 + random.below(3)}` };
}
