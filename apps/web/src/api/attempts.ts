import { newId } from './ids.ts';
import type { Request } from './request.ts';

/** After this long, asking for the same thing again is a new wish and no repeat. */
const repeatWithinMs = 120_000;

/**
 * The idempotency keys of changes whose outcome nobody knows. Asking for the same change again, because no
 * answer came, takes the same key, so that the server does it once.
 */
export function createAttempts(now: () => number = Date.now) {
  const open = new Map<string, { key: string; at: number }>();
  const nameOf = ({ method, url, body }: Request, version: number | undefined) =>
    JSON.stringify([method, url, version, body]);

  return {
    keyFor(request: Request, version?: number): string {
      const name = nameOf(request, version);
      const known = open.get(name);
      if (known && now() - known.at < repeatWithinMs) return known.key;
      const key = newId();
      open.set(name, { key, at: now() });
      return key;
    },
    /** A definite answer came: the next such change is another one. */
    settle(request: Request, version?: number): void {
      open.delete(nameOf(request, version));
    },
  };
}
