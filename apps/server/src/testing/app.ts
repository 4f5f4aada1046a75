import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import type { Answer, Arguments, Endpoint, Role } from '@monkey-tracker/contract/endpoint';
import type { ProblemBody } from '@monkey-tracker/contract/problem';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '../app.ts';
import type { Environment } from '../platform/environment.ts';
import { readEnvironment } from '../platform/environment.ts';
import type { AppOptions } from '../platform/http.ts';
import { type Identity, signInDirectly } from './identity.ts';

/** What a call came back with: `body` on success, `problem` otherwise. */
interface Outcome<E extends Endpoint> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Answer<E>;
  problem: ProblemBody;
}

export interface Client extends Identity {
  call<E extends Endpoint>(
    endpoint: E,
    args: Arguments<E>,
    headers?: Record<string, string>,
  ): Promise<Outcome<E>>;
}

export interface TestApp {
  app: FastifyInstance;
  parts: ConnectionParts;
  /** A new user with one role, already signed in. */
  as(role: Role): Promise<Client>;
  anonymous: Client;
}

interface Options extends Pick<AppOptions, 'checkAnswers' | 'deliver' | 'resolve' | 'logTo'> {
  /** Shifts the database's clock for this server: '25 hours'. */
  clockOffset?: string;
  /** Another server on the database of an earlier one. */
  beside?: TestApp;
  environment?: Partial<Environment>;
}

const secret = 'a secret of the tests, long enough to be one';

/** The real server on a PostgreSQL database of its own; both end with the test. */
export async function testApp(options: Options = {}): Promise<TestApp> {
  const { checkAnswers = true, deliver = false, resolve, logTo } = options;
  const parts = options.beside?.parts ?? (await createTestDatabase());
  const settings = readEnvironment({
    JWT_SECRET: secret,
    PASSWORD_PEPPER: secret,
    LOG_LEVEL: 'silent',
    BACKUP_AT: 'off',
  });
  const environment: Environment = {
    ...settings,
    database: { ...parts, clockOffset: options.clockOffset },
    ...options.environment,
  };
  const app = await buildApp(environment, { checkAnswers, sweep: false, deliver, resolve, logTo });
  await app.ready();
  onTestFinished(() => app.close());
  return {
    app,
    parts,
    as: async (role) => client(app, await signInDirectly(app, role)),
    anonymous: client(app, { userId: '', sessionId: '', token: '' }),
  };
}

function client(app: FastifyInstance, identity: Identity): Client {
  return {
    ...identity,
    async call(endpoint, args, headers = {}) {
      const { params, query, body } = args as { params?: object; query?: object; body?: object };
      const reply = await app.inject({
        method: endpoint.method,
        url: pathOf(endpoint.path, params),
        query: Object.fromEntries(Object.entries(query ?? {}).map(([key, value]) => [key, String(value)])),
        headers: { ...(identity.token && { authorization: `Bearer ${identity.token}` }), ...headers },
        ...(body !== undefined && { payload: body }),
      });
      const parsed = reply.body === '' ? undefined : JSON.parse(reply.body);
      // Also what was encoded before and is sent as it is has to be what the contract says.
      if (reply.statusCode < 300 && !endpoint.file) endpoint.response.parse(parsed);
      return { status: reply.statusCode, headers: reply.headers, body: parsed, problem: parsed };
    },
  };
}

const pathOf = (path: string, params: object | undefined) =>
  Object.entries(params ?? {}).reduce(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(value)),
    path,
  );
