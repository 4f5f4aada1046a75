import { connect, type Socket } from 'node:net';

/** All that a server said on one connection, until it was over. */
export interface Talk {
  text: string;
  /** The status of each answer, in their order. */
  statuses: number[];
  /** From the first byte to the end, milliseconds. */
  ms: number;
}

/** What somebody does with a connection of their own. */
export type Manner = (socket: Socket) => void;

/** Connects, behaves so, and listens until the server ends it. A half of the connection may be closed. */
export function talk(port: number, behave: Manner): Promise<Talk> {
  const began = performance.now();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  socket.on('error', () => undefined);
  // The server has said all it wants to say.
  socket.on('end', () => socket.destroy());
  socket.on('connect', () => behave(socket));
  return new Promise((resolve) => {
    socket.on('close', () => {
      const text = Buffer.concat(pieces).toString('latin1');
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ text, statuses, ms: performance.now() - began });
    });
  });
}

/** Says one thing, and waits. */
export const says =
  (text: string): Manner =>
  (socket) =>
    void socket.write(text, 'latin1');

/** Says it, and closes its half. */
export const saysAndLeaves =
  (text: string): Manner =>
  (socket) =>
    void socket.end(text, 'latin1');

/** Says a beginning, then goes on a byte at a time, for ever. */
export const drips =
  (beginning: string, everyMs: number): Manner =>
  (socket) => {
    socket.write(beginning);
    const drip = setInterval(() => void socket.write('a'), everyMs);
    socket.on('close', () => clearInterval(drip));
  };
