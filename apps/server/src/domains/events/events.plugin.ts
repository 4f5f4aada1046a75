import { eventStreamPath } from '@monkey-tracker/contract/events';
import { presenceEvent } from '@monkey-tracker/contract/presence';
import type { FastifyPluginAsync } from 'fastify';
import { findAgain } from '../../platform/access.queries.ts';
import { EventStream } from './event-stream.ts';
import { startingPoint } from './events.service.ts';

/** Proxies drop silent connections, and a page wants to know soon that its line is dead. */
const heartbeatMs = 5_000;
/** How soon the stream of a session that has ended ends, too. */
const sessionCheckMs = 20_000;

export const events: FastifyPluginAsync = async (app) => {
  const open = new Set<EventStream>();
  let closing = false;

  app.get(
    eventStreamPath,
    { config: { access: 'viewer' }, schema: { summary: 'Every change as it happens', tags: ['events'] } },
    async (request, reply) => {
      const { caller } = request;
      if (!caller) return;
      const lastSeen = startingPoint(request.headers['last-event-id']);
      reply.hijack();
      const stream = new EventStream(reply.raw, reply.getHeaders());
      open.add(stream);
      if (request.db !== app.database.db) return stream.moved();
      reply.raw.on('close', () => open.delete(stream));
      try {
        await stream.follow(app.feed, request.db, lastSeen);
      } catch (error) {
        // The answer has begun: the client sees it end, and comes back with what it saw last.
        request.log.warn({ err: error }, 'an event stream could not start');
        return stream.end();
      }

      // Whoever left meanwhile, or came while the server was saying good-bye, is not to be kept company.
      if (reply.raw.destroyed) return;
      if (closing) return stream.goodbye();
      reply.raw.on(
        'close',
        app.presence.listen((encoded) => stream.tell(presenceEvent, encoded)),
      );
      const heart = setInterval(() => stream.comment('alive'), heartbeatMs);
      const check = setInterval(async () => {
        const stillThere = await app.database.use((db) => findAgain(db, caller)).catch(() => caller);
        if (stillThere === null) stream.end();
      }, sessionCheckMs);
      reply.raw.on('close', () => {
        clearInterval(heart);
        clearInterval(check);
      });
    },
  );

  // Whoever listens was let in by the old database; the new one is asked when they come back.
  app.database.onExchange(() => {
    for (const stream of open) stream.moved();
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const stream of open) stream.goodbye();
  });
};
