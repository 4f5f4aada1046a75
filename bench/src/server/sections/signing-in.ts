import { users } from '@monkey-tracker/db/schema/users';
import * as argon2 from 'argon2';
import { eq } from 'drizzle-orm';
import type { Effort } from '../effort.ts';
import type { Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import { admin, secret } from '../stage/server.ts';
import type { Stage } from '../stage/stage.ts';

/** A sign-in beside nothing but the comparison of its password, with the parameters that the stored hash names. */
export async function measureSigningIn({ database, token }: Stage, { signIns }: Effort): Promise<Figure[]> {
  const [user] = await database.db
    .select({ hash: users.passwordHash })
    .from(users)
    .where(eq(users.email, admin.email));
  const hash = user?.hash ?? '';
  const { ours, bare } = await inRounds(signIns, {
    ours: () => timed(token),
    bare: () =>
      timed(() => argon2.verify(hash, Buffer.from(admin.password), { secret: Buffer.from(secret) })),
  });
  return [
    {
      section: 'Signing in',
      name: 'one sign-in',
      unit: 'ms',
      ours: spreadOf(ours),
      beside: {
        name: `bare argon2 (${hash.split('$')[3] ?? ''})`,
        spread: spreadOf(bare),
        ratio: ratioOf(ours, bare),
      },
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  if ((await work()) === false) throw new Error('the password of the benchmark did not fit');
  return performance.now() - started;
}
