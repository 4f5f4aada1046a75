import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';
import { sendProblem } from './errors.ts';
import { Problem } from './problem.ts';

const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The built pages; every address that is no file and no route of the API is one of theirs. */
export const pages = fp(
  async (app) => {
    const present = existsSync(built);
    if (!present) app.log.warn('the pages are not built: only the API answers');
    if (present) {
      // Registered last, so that this opens the files' routes and no other.
      app.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: 'public' };
      });
      await app.register(fastifyStatic, {
        root: built,
        preCompressed: true,
        setHeaders: (reply, path) => {
          const forGood = path.includes('/assets/');
          reply.header('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    }
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === 'GET' && !/^\/(api|docs|assets)(\/|$)/.test(request.url);
      if (present && wantsPage) return reply.sendFile('index.html');
      return sendProblem(request, reply, new Problem(404, 'not_found', 'There is nothing at this address'));
    });
  },
  { name: 'pages' },
);
