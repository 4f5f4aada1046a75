import { DrizzleQueryError } from 'drizzle-orm';
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type LogStream, standardOutput } from './standard-output.ts';

interface LoggedError {
  [field: string]: unknown;
  type: string;
  message: string;
  code?: string;
  stack: string;
  cause?: LoggedError;
}

/** An error as the log may keep it: what and where, never the values of a statement, which may be secrets. */
export function loggedError(error: Error): LoggedError {
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message,
    ...('code' in error && { code: String(error.code) }),
    stack: [`${error.name}: ${message}`, ...frames].join('\n'),
    ...(error.cause instanceof Error && { cause: loggedError(error.cause) }),
  };
}

/** How every log of the server is written: JSON lines without secrets. */
export const logOptions = (level: string, stream: LogStream = standardOutput) => ({
  level,
  stream,
  redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
  serializers: {
    err: loggedError,
    req: (request: { method: string; url: string; ip?: string }) => ({
      method: request.method,
      path: request.url.split('?')[0],
      address: request.ip,
    }),
  },
});

/** What tells of a request is chosen field by field above: there is nothing to redact, and looking for it took as long as the rest. */
const unredacted = new WeakMap<FastifyBaseLogger, FastifyBaseLogger>();
function unredactedOf(log: FastifyBaseLogger): FastifyBaseLogger {
  const known = unredacted.get(log) ?? log.child({}, { redact: [] });
  unredacted.set(log, known);
  return known;
}

/** One line for a request, when it is over: a second one at its beginning would double the work and tell nothing more. */
export class OneLine extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const { elapsedTime: responseTime } = reply;
    if (error) request.log.error({ req: request, res: reply, err: error, responseTime }, 'request errored');
    else
      unredactedOf(request.server.log).info(
        { reqId: request.id, req: request, res: reply, responseTime },
        'request completed',
      );
  }
}
