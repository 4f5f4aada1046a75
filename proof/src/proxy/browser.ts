import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

interface Question {
  method?: string;
  body?: object;
  headers?: Record<string, string>;
  /** The address that the question comes from. */
  from?: string;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks over TLS, and trusts nobody but the proxy's own authority. */
export function openBrowser(ca: string) {
  const agent = new Agent({ ca, keepAlive: true });

  const open = (path: string, { method, body, headers, from }: Question = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const asked = request(`https://localhost${path}`, {
        // A connection that comes from elsewhere is not to be shared.
        ...(from === undefined ? { agent } : { ca, localAddress: from, agent: false }),
        method: method ?? (body ? 'POST' : 'GET'),
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        timeout: 30_000,
      });
      asked
        .once('response', resolve)
        .once('error', reject)
        .once('timeout', () => asked.destroy(new Error('no answer within half a minute')));
      asked.end(body && JSON.stringify(body));
    });

  return {
    open,
    async ask(path: string, question: Question = {}): Promise<Reply> {
      const answer = await open(path, question);
      return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
    },
    close: () => agent.destroy(),
  };
}
export type Browser = ReturnType<typeof openBrowser>;
