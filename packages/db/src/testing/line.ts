import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a line treats what is sent over it. */
export type Manner =
  | 'good'
  /** Ends what is open and lets nobody in. */
  | 'cut'
  /** Half-open: takes everything, passes nothing on and ends nothing. What was open then never comes back to life. */
  | 'dead'
  /** Everything arrives, this much later. */
  | { delayMs: number };

export interface Line {
  /** Where to connect to instead of to what lies behind. */
  port: number;
  become(manner: Manner): void;
  /** What lies behind has moved. */
  leadTo(port: number): void;
  close(): void;
}

/**
 * A line of ours in front of something on loopback, as bad as it is told to be.
 * @param losesAnswer asked of each piece of an answer: whether it is lost, and its connection with it. What it told of was done all the same.
 */
export async function openLine(port: number, losesAnswer: () => boolean = () => false): Promise<Line> {
  let behind = port;
  let manner: Manner = 'good';
  const pairs = new Set<readonly [Socket, Socket]>();
  /** Those that were open while the line was dead. */
  const dead = new Set<Socket>();

  /** Passes on now, or later where the line is slow; never before what came earlier. */
  function inOrder(): (what: () => void) => void {
    let tail = Promise.resolve();
    let underWay = 0;
    return (what) => {
      const delayMs = typeof manner === 'object' ? manner.delayMs : 0;
      if (underWay === 0 && delayMs === 0) return what();
      const due = performance.now() + delayMs;
      underWay += 1;
      tail = tail
        .then(() => pause(Math.max(0, due - performance.now())))
        .then(() => {
          underWay -= 1;
          what();
        });
    };
  }

  function carry(from: Socket, to: Socket, isAnswer: boolean): void {
    const pass = inOrder();
    from.on('data', (data) => {
      if (dead.has(from)) return;
      if (isAnswer && losesAnswer()) {
        from.destroy();
        to.destroy();
      } else pass(() => to.writable && to.write(data));
    });
    // An end is passed on like anything else, and a dead line passes nothing on.
    from.on('end', () => dead.has(from) || pass(() => to.end()));
    from.on('error', () => dead.has(from) || to.destroy());
  }

  const server = createServer((near) => {
    if (manner === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(behind, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    if (manner === 'dead') for (const socket of pair) dead.add(socket);
    near.on('close', () => {
      pairs.delete(pair);
      for (const socket of pair) dead.delete(socket);
      far.destroySoon();
    });
    for (const socket of pair) socket.setNoDelay(true);
    carry(near, far, false);
    carry(far, near, true);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');

  const endAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    port: address.port,
    become(next) {
      manner = next;
      if (next === 'cut') endAll();
      if (next === 'dead') for (const pair of pairs) for (const socket of pair) dead.add(socket);
    },
    leadTo: (next) => (behind = next),
    close() {
      endAll();
      server.close();
    },
  };
}
