import { once } from 'node:events';
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One kept connection that asks and waits. It reads no more of an answer than its status and its length, since every
 * microsecond that the asking side takes is one that the answering side on the same machine does not get.
 */
export async function openConnection(host: string, port: number) {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  let answered: ((status: number) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  let head: Buffer = Buffer.alloc(0);
  let status = 0;
  let left = -1;

  socket.on('data', (chunk: Buffer) => {
    let bytes = chunk;
    if (left < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf(headEnd);
      if (end < 0) return;
      const text = head.toString('latin1', 0, end);
      status = Number(text.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
      if (length === undefined && status !== 204 && status !== 304) {
        failed?.(new Error(`an answer without Content-Length: ${text.split('\r\n')[0]}`));
        return;
      }
      left = Number(length ?? 0);
      bytes = head.subarray(end + headEnd.length);
      head = Buffer.alloc(0);
    }
    left -= bytes.length;
    if (left > 0) return;
    left = -1;
    answered?.(status);
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the connection was closed')));
  return {
    /** @returns the status of the answer. */
    ask: (request: string) =>
      new Promise<number>((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
