import { eventStreamPath } from '@monkey-tracker/contract/events';
import type { FastifyPluginAsync } from 'fastify';
import { findCaller } from '../../platform/access.queries.ts';
import { EventStream } from './event-stream.ts';
import { startingPoint } from './events.service.ts';

/** Proxies and browsers drop silent connections; this also finds sessions that have ended. */
const heartbeatMs = 20_000;

export const events: FastifyPluginAsync = async (app) => {
  const open = new Set<EventStream>();

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
      reply.raw.on('close', () => open.delete(stream));
      try {
        await stream.follow(app.feed, app.database.db, lastSeen);
      } catch (error) {
        // The answer has begun: the client sees it end, and comes back with what it saw last.
        request.log.warn({ err: error }, 'an event stream could not start');
        return stream.end();
      }

      const heart = setInterval(async () => {
        stream.comment('alive');
        const stillThere = await findCaller(app.database.db, caller.sessionId).catch(() => caller);
        if (stillThere === null) stream.end();
      }, heartbeatMs);
      reply.raw.on('close', () => clearInterval(heart));
    },
  );

  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
};
