import type { Sealer } from '../../platform/sealing.ts';
import type { Settings } from './settings.queries.ts';

/** How a secret is kept: readable only with a key that is not in the database. */
export const kept = (sealer: Sealer, secret: string): string => sealer.seal('webhook', secret);

/** The secret as it signs. What an older release kept openly is taken as it is. @throws where the key is another one. */
const readable = (sealer: Sealer, secret: string | null): string | null =>
  secret !== null && sealer.isSealed(secret) ? sealer.unseal('webhook', secret) : secret;

/** The same, but nothing where it cannot be read. */
function ifReadable(sealer: Sealer, secret: string | null): string | null | undefined {
  try {
    return readable(sealer, secret);
  } catch {
    return undefined;
  }
}

/** The settings with their secrets as they sign; undefined where the one in use cannot be read. */
export function opened(sealer: Sealer, row: Settings): Settings | undefined {
  const secret = ifReadable(sealer, row.secret);
  if (secret === undefined) return undefined;
  return { ...row, secret, previousSecret: ifReadable(sealer, row.previousSecret) ?? null };
}

/** Whether a secret is the one that is kept. */
export const isKept = (sealer: Sealer, row: Settings, secret: string | null): boolean =>
  ifReadable(sealer, row.secret) === secret;
