import { createServer, type AddressInfo, Socket, connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** How bad the line between a device and the server is. */
type Line =
  | 'good'
  | 'cut'
  /** This share of the packets ends the connection instead of arriving: questions and answers alike. */
  | { loss: number };

/** The same chances in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A network of our own in front of a server, as bad as a test wants it. */
export async function openNetwork(serverUrl: string) {
  const target = new URL(serverUrl);
  const chance = chances(7);
  const open = new Set<Socket>();
  let line: Line = 'good';

  const lost = () => line === 'cut' || (line !== 'good' && chance() < line.loss);
  const carry = (from: Socket, to: Socket) =>
    from.on('data', (data) => {
      if (lost()) {
        from.destroy();
        to.destroy();
      } else to.write(data);
    });

  const proxy = createServer((near) => {
    if (line === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      carry(one, other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    end();
    proxy.close();
  });

  return {
    // A server that listens on a port has an address of this kind.
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    become(next: Line) {
      line = next;
      if (next === 'cut') end();
    },
  };
}
