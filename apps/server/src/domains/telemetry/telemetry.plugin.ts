import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Problem } from '../../platform/problem.ts';
import { contentType } from './exposition.ts';
import { addGauges } from './gauges.ts';
import { createInstruments } from './instruments.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const off = () => new Problem(404, 'not_found', 'There is nothing at this address');
const refused = () => new Problem(401, 'metrics.refused', 'METRICS_TOKEN is needed as a bearer token');

/** `/metrics` for Prometheus: with METRICS_TOKEN, or on METRICS_PORT; nowhere where neither is set. */
export const telemetry = fp(
  async (app) => {
    const { METRICS_TOKEN } = app.environment;
    const instruments = createInstruments();
    app.addHook('onClose', async () => instruments.stop());
    const refresh = addGauges(app, instruments);
    const scrape = async () => {
      await refresh();
      return instruments.text();
    };

    app.addHook('onResponse', async (request, reply) => {
      // A route's pattern, never an address: ids and guesses would be labels without end.
      const route = request.routeOptions.url ?? 'none';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      instruments.observe(labels, reply.elapsedTime / 1_000);
    });

    app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
      if (METRICS_TOKEN === undefined) throw off();
      const given = request.headers.authorization ?? '';
      if (!timingSafeEqual(digest(given), digest(`Bearer ${METRICS_TOKEN}`))) throw refused();
      // Text goes as it is: the serializer would make JSON of it.
      return reply
        .type(contentType)
        .serializer(String)
        .send(await scrape());
    });
    await servePrivately(app, scrape);
  },
  { name: 'telemetry', dependencies: ['database', 'feed', 'passwords', 'backups'] },
);

async function servePrivately(app: FastifyInstance, scrape: () => Promise<string>): Promise<void> {
  const { METRICS_PORT, METRICS_HOST } = app.environment;
  if (METRICS_PORT === undefined) return;
  const server = createServer((request, response) => {
    const answer = request.url === '/metrics' ? scrape() : Promise.reject(off());
    void answer.then(
      (text) => response.writeHead(200, { 'content-type': contentType }).end(text),
      (error: unknown) => response.writeHead(error instanceof Problem ? error.status : 500).end(),
    );
  });
  app.addHook('onListen', async () => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(METRICS_PORT, METRICS_HOST, resolve);
    });
    app.log.info({ address: server.address() }, 'metrics are served on a port of their own');
  });
  app.addHook('onClose', async () => void server.close());
}
