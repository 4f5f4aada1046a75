import type { WebhookHeader } from '@monkey-tracker/contract/webhook-settings';
import { Agent, request } from 'undici';
import type { Destination, Egress } from '../../platform/egress.ts';
import { EgressRefusal } from '../../platform/egress.rules.ts';
import { pinnedTo } from './pinned-lookup.ts';

/** A receiver has this long to take the message and answer; one that hangs is cut off. */
const longestMs = 10_000;
/** As much of an answer as is read at all. */
const answerBytes = 8_192;

export interface Message {
  url: string;
  method: string;
  headers: WebhookHeader[];
  body: string;
}

/** What came of it: an answer with a status, or why there was none. */
export interface Reply {
  status: number | null;
  failure: string | null;
  answer: string;
  retryAfter: string | undefined;
}

/** The attempt was broken off because the server stops: nothing is known of it. */
export class Stopped extends Error {}

const noAnswer = (failure: string): Reply => ({ status: null, failure, answer: '', retryAfter: undefined });

/**
 * Sends one message to an address that was judged at this very moment, over a connection to no other, and follows no
 * redirect. A failure is an outcome, not an error. @throws Stopped where `stop` ends it.
 */
export async function send(
  egress: Egress,
  message: Message,
  stop: AbortSignal,
  timeLimitMs = longestMs,
): Promise<Reply> {
  const limit = AbortSignal.timeout(timeLimitMs);
  let agent: Agent | undefined;
  try {
    const destination = await egress.destination(message.url);
    agent = agentFor(destination);
    return await exchange(agent, destination, message, AbortSignal.any([limit, stop]));
  } catch (error) {
    if (stop.aborted) throw new Stopped();
    if (limit.aborted) return noAnswer(`The receiver did not answer within ${timeLimitMs / 1000} seconds.`);
    return noAnswer(wordsFor(error));
  } finally {
    await agent?.destroy();
  }
}

const agentFor = ({ addresses }: Destination) =>
  new Agent({ connect: { lookup: pinnedTo(addresses), timeout: longestMs }, maxHeaderSize: 16_384 });

async function exchange(
  dispatcher: Agent,
  { url }: Destination,
  message: Message,
  signal: AbortSignal,
): Promise<Reply> {
  const { statusCode, headers, body } = await request(url, {
    dispatcher,
    signal,
    method: message.method === 'PUT' ? 'PUT' : 'POST',
    headers: message.headers.flatMap(({ name, value }) => [name, value]),
    body: message.body,
  });
  const retryAfter = headers['retry-after'];
  return {
    status: statusCode,
    failure: failureOf(statusCode),
    answer: await beginningOf(body),
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
  };
}

/** The status is what counts: an answer that breaks off or never ends is told as far as it came. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= answerBytes) break;
    }
  } catch {
    // Told as far as it came.
  }
  return Buffer.concat(chunks).subarray(0, answerBytes).toString().replaceAll('\0', '');
}

function failureOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `The receiver redirects (${status}); redirects are not followed.`;
  if (status === 410) return 'The receiver says that it is gone for good (410).';
  return `The receiver answered ${status}.`;
}

const known: Record<string, string> = {
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver broke the connection off.',
  UND_ERR_SOCKET: 'The receiver broke the connection off.',
  UND_ERR_CONNECT_TIMEOUT: 'The receiver cannot be reached.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  ENETUNREACH: 'The receiver cannot be reached.',
  ETIMEDOUT: 'The receiver cannot be reached.',
};

/** Never the error's own message: it might repeat what was sent. */
function wordsFor(error: unknown): string {
  if (error instanceof EgressRefusal) return `Not sent: ${error.message}.`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return known[code] ?? `The connection failed (${code.replaceAll(/[^A-Z0-9_]/gi, '')}).`;
}
