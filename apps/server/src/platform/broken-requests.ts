import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
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

/** The answer that a socket is busy with: Node's own handler asks for it too. */
interface UnderAnswer {
  _httpMessage?: ServerResponse | null;
}

/** Answers what never becomes a request, in the form of every other refusal, and closes the connection. */
export function refuseBroken(
  log: FastifyBaseLogger,
  error: Error & { code?: string },
  socket: Socket & UnderAnswer,
): void {
  // Nobody is there any more.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { _httpMessage: answer } = socket;
  // In the middle of another answer this one would be taken for a part of it.
  if (socket.writable && !answer?.headersSent) {
    const problem = byCode[error.code ?? ''] ?? malformed;
    const requestId = randomUUID();
    log.debug({ requestId, reason: error.code }, 'refused what is no request');
    const body = JSON.stringify(problem.toBody(requestId));
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
