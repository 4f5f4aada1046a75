import type { Answer, Arguments, Endpoint } from '@monkey-tracker/contract/endpoint';
import { createAttempts } from './attempts.ts';
import { session } from './here.ts';
import { mayPass } from './problem-error.ts';
import { requestOf, type Request, send } from './request.ts';

interface Options {
  /** The version that the change was based on. */
  version?: number;
  /** The idempotency key, where the caller keeps one of its own. */
  key?: string;
  signal?: AbortSignal;
  /** Says who asks, although anybody may: some answers tell more then. */
  named?: boolean;
}

const attempts = createAttempts();

/**
 * Calls an endpoint of the contract as whoever is signed in. A change without an answer may be called again
 * with the same arguments and happens once.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  args: Arguments<E>,
  { version, key, signal, named = endpoint.access !== 'public' }: Options = {},
): Promise<Answer<E>> {
  const request = requestOf(endpoint, args);
  if (!named) return send<E>(request, {}, signal);
  if (request.method === 'GET') return signedIn<E>(request, {}, signal);

  const headers = {
    'idempotency-key': key ?? attempts.keyFor(request, version),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  };
  try {
    const answer = await signedIn<E>(request, headers, signal);
    attempts.settle(request, version);
    return answer;
  } catch (error) {
    if (!mayPass(error)) attempts.settle(request, version);
    throw error;
  }
}

const signedIn = <E extends Endpoint>(
  request: Request,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answer<E>> =>
  session.ask((authorization) => send<E>(request, { ...headers, ...authorization }, signal));
