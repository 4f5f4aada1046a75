import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What arrived; `text` is the body to the byte. */
export interface Received {
  method: string;
  path: string;
  headers: Record<string, string>;
  text: string;
}

type Reply = (response: ServerResponse, request: Received) => void;

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Reply =>
  (response) =>
    void response.writeHead(code, headers).end(body);

/** Never answers; the connection stays open until the other side ends it. */
export const silence: Reply = () => {};

/** A receiver on loopback that keeps what arrives and answers as it is told. */
export async function openReceiver() {
  const received: Received[] = [];
  let reply: Reply = status(204);
  let notify = () => {};
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      text: Buffer.concat(chunks).toString(),
    };
    received.push(one);
    reply(response, one);
    notify();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    answers: (next: Reply) => void (reply = next),
    /** Waits until so many have arrived. */
    async take(count: number): Promise<Received[]> {
      while (received.length < count) await new Promise<void>((resolve) => (notify = resolve));
      return received.slice(0, count);
    },
  };
}
