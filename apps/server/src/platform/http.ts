import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { refuseBroken } from './broken-requests.ts';
import type { Resolve } from './egress.rules.ts';
import type { Environment } from './environment.ts';
import { sendProblem } from './errors.ts';
import { logOptions, OneLine } from './log.ts';
import { Problem } from './problem.ts';
import type { LogStream } from './standard-output.ts';

export interface AppOptions {
  /** Check every answer against the contract, as tests do; costs a parse for each. */
  checkAnswers?: boolean;
  /** Archive and purge by the clock; tests do so themselves, when they want it. */
  sweep?: boolean;
  /** Send what the webhook's queue holds, as it falls due; tests do so themselves, when they want it. */
  deliver?: boolean;
  /** How names become addresses for what the server connects to; by DNS unless a test says otherwise. */
  resolve?: Resolve;
  logTo?: LogStream;
}

/** Limits and manners of the HTTP server: slow or huge requests end, secrets stay out of the log. */
export function serverOptions(environment: Environment, options: AppOptions) {
  return {
    logger: logOptions(environment.LOG_LEVEL, options.logTo),
    logController: new OneLine(),
    genReqId: () => randomUUID(),
    trustProxy: trustOf(environment.TRUST_PROXY),
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    connectionTimeout: 0,
    forceCloseConnections: 'idle',
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    // Fastify binds it to the server.
    clientErrorHandler(this: FastifyInstance, error: Error, socket: Socket) {
      refuseBroken(this.log, error, socket);
    },
    frameworkErrors: (_error, request, reply) => {
      void sendProblem(request, reply, new Problem(400, 'request.invalid', 'The address is not valid'));
    },
  } satisfies FastifyHttpOptions<Server>;
}

function trustOf(value: string | undefined): boolean | string[] {
  if (value === undefined || value === 'false') return false;
  return value === 'true' ? true : value.split(',').map((address) => address.trim());
}
