import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from './problem.ts';

const malformed = new Problem(400, 'request.malformed', 'This is not a well-formed HTTP request');
const byCode: Record<string, Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'request.timeout', 'The request took too long to arrive'),
  HPE_HEADER_OVERFLOW: new Problem(
    431,
    'request.headers_too_large',
    'The headers of the request are too large',
  ),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new Problem(413, 'request.too_large', 'The request is too large'),
};

/** Answers what never becomes a request, in the form of every other refusal, and closes the connection. */
export function refuseBroken(error: Error & { code?: string }, socket: Socket): void {
  // Nobody is there any more.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const problem = byCode[error.code ?? ''] ?? malformed;
    const body = JSON.stringify(problem.toBody(randomUUID()));
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
