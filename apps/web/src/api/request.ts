import type { Answer, Arguments, Endpoint } from '@monkey-tracker/contract/endpoint';
import { compareClocks } from './clock.ts';
import { problemOf, Unreachable } from './problem-error.ts';

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

/** A request as it goes over the wire. */
export interface Request {
  method: Endpoint['method'];
  url: string;
  body: string | undefined;
}

/** What an endpoint and its arguments make of a request. */
export function requestOf<E extends Endpoint>({ method, path }: E, args: Arguments<E>): Request {
  // Of an unknown endpoint's arguments the compiler knows no part; each has only the parts named here.
  const { params = {}, query = {}, body } = args as Parts;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const search = asked.size > 0 ? `?${asked}` : '';
  return { method, url: filled + search, body: body === undefined ? undefined : JSON.stringify(body) };
}

/** A network that swallows everything gives no error; after this long there is no answer. */
const patienceMs = 15_000;

/**
 * Sends a request and reads its answer.
 * @throws ProblemError where the server refuses; Unreachable where no answer comes.
 */
export async function send<E extends Endpoint>(
  { method, url, body }: Request,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answer<E>> {
  const patience = AbortSignal.timeout(patienceMs);
  const answer = await fetch(url, {
    method,
    body,
    // What a page says while it is being closed arrives all the same.
    keepalive: method === 'DELETE',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Unreachable();
  });
  compareClocks(answer.headers.get('date'));
  if (!answer.ok) throw await problemOf(answer);
  const text = await answer.text().catch((error: unknown) => {
    throw signal?.aborted ? error : new Unreachable();
  });
  // The server checks its answers against this same contract; parsing a day of entries twice would only be slow.
  return (text === '' ? undefined : JSON.parse(text)) as Answer<E>;
}
