import type { Access, Answer, Endpoint, FileEndpoint, Received } from '@monkey-tracker/contract/endpoint';
import type { Db } from '@monkey-tracker/db/client';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from './caller.ts';
import { inRepeatableUnit, inUnit, type Unit } from './change.ts';
import { type Download, sendFile } from './download.ts';
import { type Encoded, sendEncoded } from './encoded.ts';
import { type Moment, momentOf } from './freshness.ts';
import { attemptOf } from './idempotency.ts';
import { invalid } from './problem.ts';

type CallerOf<E extends Endpoint> = E['access'] extends 'public' ? Caller | null : Caller;

interface Asked<E extends Endpoint> extends Received<E> {
  caller: CallerOf<E>;
}

type Reading<E extends Endpoint> = Asked<E> & { db: Db };
type Recalling<E extends Endpoint> = Reading<E> & { moment: Moment };
type Changing<E extends Endpoint> = Asked<E> & { unit: Unit; ifMatch: number | undefined };
type Acting<E extends Endpoint> = Asked<E> & { request: FastifyRequest; reply: FastifyReply };

/** The version that `If-Match` names: `"3"`. */
function versionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!found)
    throw invalid([{ path: 'If-Match', message: 'If-Match must be a version in quotes, such as "3"' }]);
  return Number(found[1]);
}

function sendText(reply: FastifyReply, status: number, body: string) {
  reply.status(status);
  if (status === 204 || body === '') return reply.send();
  return reply.type(status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json').send(body);
}

const hasVersion = (body: unknown): body is { version: number } =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';

/**
 * The ways in which a domain answers one of its endpoints: `read`, `readEncoded`, `download` (a file), `change` (one transaction with
 * events and idempotency) and `act` (whatever keeps its own transactions). The endpoint brings path, access and shapes.
 */
export function routes(app: FastifyInstance) {
  function add<E extends Endpoint>(
    endpoint: E,
    answer: (request: FastifyRequest, reply: FastifyReply, asked: Asked<E>) => Promise<unknown>,
    options: { bodyLimit?: number } = {},
  ) {
    const { method, path, access, summary, params, query, body, response, status = 200 } = endpoint;
    app.route({
      method,
      url: path,
      ...options,
      config: { access },
      schema: {
        summary,
        tags: [path.split('/')[2] ?? 'health'],
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
        response: { [status]: response },
      },
      handler: (request, reply) => {
        // The validator compiled from this very endpoint has parsed these three.
        const { params, query, body } = request as unknown as Received<E>;
        return answer(request, reply, { params, query, body, caller: request.caller as CallerOf<E> });
      },
    });
    return { status };
  }

  function changeAfter<E extends Endpoint>(
    endpoint: E,
    prepare: (
      asked: Asked<E>,
      request: FastifyRequest,
    ) => Promise<(asked: Changing<E>) => Promise<Answer<E>>>,
  ) {
    const status = endpoint.status ?? 200;
    add(endpoint, async (request, reply, asked) => {
      const { db } = request;
      const origin = { actorId: request.caller?.userId ?? null, requestId: request.id };
      const ifMatch = versionOf(request);
      const handle = await prepare(asked, request);
      const run = (unit: Unit) => handle({ ...asked, unit, ifMatch });
      const attempt = request.caller ? attemptOf(request, request.caller.userId) : undefined;
      if (!attempt) {
        const body = await inUnit(db, origin, run);
        app.feed.wake();
        if (hasVersion(body)) reply.header('etag', `"${body.version}"`);
        return reply.status(status).send(body);
      }
      const answer = await inRepeatableUnit(db, origin, attempt, async (unit) => {
        const body = await run(unit);
        return { status, body: JSON.stringify(body) ?? '' };
      });
      app.feed.wake();
      const body: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
      if (answer.status < 300 && hasVersion(body)) reply.header('etag', `"${body.version}"`);
      return sendText(reply, answer.status, answer.body);
    });
  }

  return {
    read<E extends Endpoint>(endpoint: E, handle: (asked: Reading<E>) => Promise<Answer<E>>) {
      add(endpoint, async (request, reply, asked) => {
        const body = await handle({ ...asked, db: request.db });
        if (hasVersion(body)) reply.header('etag', `"${body.version}"`);
        return body;
      });
    },

    /** A reading whose answer was encoded before, and is sent again where nothing has changed until this moment. */
    readEncoded<E extends Endpoint>(endpoint: E, handle: (asked: Recalling<E>) => Promise<Encoded>) {
      add(endpoint, async (request, reply, asked) => {
        const { db } = request;
        const moment = request.moment ?? (await momentOf(db));
        return sendEncoded(request, reply, await handle({ ...asked, db, moment }));
      });
    },

    download<E extends FileEndpoint>(endpoint: E, handle: (asked: Reading<E>) => Promise<Download>) {
      add(endpoint, async (request, reply, asked) =>
        sendFile(reply, await handle({ ...asked, db: request.db })),
      );
    },

    change<E extends Endpoint>(endpoint: E, handle: (asked: Changing<E>) => Promise<Answer<E>>) {
      changeAfter(endpoint, async () => handle);
    },

    /** A change before whose transaction something slow is done, such as hashing a password. */
    changeAfter,

    act<E extends Endpoint>(
      endpoint: E,
      handle: (asked: Acting<E>) => Promise<Answer<E>>,
      options?: { bodyLimit?: number },
    ) {
      const status = endpoint.status ?? 200;
      add(
        endpoint,
        async (request, reply, asked) => {
          const body = await handle({ ...asked, request, reply });
          app.feed.wake();
          return reply.status(status).send(body);
        },
        options,
      );
    },
  };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}
