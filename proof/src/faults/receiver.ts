import { once } from 'node:events';
import { createServer } from 'node:http';

/** How a webhook's receiver behaves. */
type Mood = 'here' | 'failing' | 'silent';

/** A receiver of the webhook that is not always well. It counts as told only what it has answered with 200. */
export interface Receiver {
  url: string;
  /** The messages that it has taken, each by the id under which it would come again. */
  taken: Set<string>;
  become(mood: Mood): void;
  close(): void;
}

export async function openReceiver(): Promise<Receiver> {
  const taken = new Set<string>();
  let mood: Mood = 'here';
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (mood === 'silent') return;
      const id = request.headers['webhook-id'];
      if (mood === 'here' && typeof id === 'string') taken.add(id);
      response.writeHead(mood === 'here' ? 200 : 500).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    taken,
    become(next) {
      mood = next;
      // Whoever waits for an answer that never comes need not wait any longer.
      if (next !== 'silent') server.closeAllConnections();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
