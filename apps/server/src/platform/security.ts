import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';

/** Headers that keep pages to themselves. Plain http on a venue's network must go on working. */
export const security = fp(
  async (app) => {
    const overTls = app.environment.PUBLIC_URL?.startsWith('https:') ?? false;
    await app.register(helmet, {
      strictTransportSecurity: overTls,
      crossOriginOpenerPolicy: overTls,
      originAgentCluster: overTls,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          // The component library sets style attributes and elements at run time.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(overTls && { upgradeInsecureRequests: [] }),
        },
      },
    });
    await app.register(cookie);
    app.addHook('onSend', async (request, reply) => {
      reply.header('x-request-id', request.id);
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
        reply.header('cache-control', 'no-store');
      }
    });
  },
  { name: 'security' },
);
