import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { makeShow } from '../../testing/samples.ts';

const token = 'prometheus may read this';

it('metrics are there for whoever has the token, and for nobody where none is set', async () => {
  const closed = await testApp();
  const bearer = { authorization: `Bearer ${token}` };
  expect((await closed.app.inject({ url: '/metrics', headers: bearer })).statusCode).toBe(404);

  const { app } = await testApp({ environment: { METRICS_TOKEN: token } });
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(401);
  const wrong = { authorization: `Bearer ${token}!` };
  expect((await app.inject({ url: '/metrics', headers: wrong })).statusCode).toBe(401);
  const answer = await app.inject({ url: '/metrics', headers: bearer });
  expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  expect(answer.body).toMatch(/^# HELP /);
});

it('metrics tell of requests by route, of the pool, the loop, streams, hashes, the archive and backups', async () => {
  const server = await testApp({ environment: { METRICS_TOKEN: token } });
  const admin = await server.as('admin');
  const show = await makeShow(admin);
  await server.app.inject({
    url: `/api/shows/${show.id}`,
    headers: { authorization: `Bearer ${admin.token}` },
  });
  await server.app.inject({ url: '/api/no/such/thing' });
  const { body } = await server.app.inject({
    url: '/metrics',
    headers: { authorization: `Bearer ${token}` },
  });
  for (const line of [
    'mt_http_request_duration_seconds_count{method="GET",route="/api/shows/:id",status="200"} 1',
    'mt_http_request_duration_seconds_count{method="POST",route="/api/shows",status="201"} 1',
    'mt_database_up 1',
    `mt_database_pool_connections{state="max"} ${server.parts.poolMax}`,
    'mt_password_hashes{state="waiting"} 0',
    'mt_event_streams 0',
    'mt_events_head 1',
    'mt_shows_active 1',
    'mt_purge_stopped 0',
    'mt_backup_failed 0',
  ])
    expect(body).toContain(`${line}\n`);
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(body).not.toContain(show.id);
});

it('metrics tell of mail that waits, that was refused, and that was given up', async () => {
  const { app } = await testApp({ environment: { METRICS_TOKEN: token } });
  const said = async () =>
    (await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })).body;
  expect(await said()).not.toContain('mt_mail_oldest_seconds');
  await app.database.pool.query(
    `insert into mail_jobs (kind, recipient, state, attempts, created_at) select 'test', 'ada@example.org', state, attempts,
       server_now() - interval '1 hour' from (values ('waiting', 0), ('waiting', 2), ('dead', 11), ('sent', 1)) j (state, attempts)`,
  );
  const body = await said();
  for (const line of ['mt_mail_waiting 2', 'mt_mail_retrying 1', 'mt_mail_dead 1'])
    expect(body).toContain(`${line}\n`);
  const oldest = Number(/^mt_mail_oldest_seconds (.+)$/m.exec(body)?.[1]);
  expect(oldest).toBeGreaterThan(3590);
  expect(oldest).toBeLessThan(7200);
});

it('metrics on a port of their own need no token, and say when the database is away', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  const METRICS_PORT = typeof address === 'object' && address ? address.port : 0;
  free.close();
  const server = await testApp({ environment: { METRICS_PORT } });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  expect((await server.app.inject({ url: '/metrics' })).statusCode).toBe(404);
  const ask = async () => (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text();
  expect(await ask()).toContain('mt_database_up 1');
  await server.app.database.pool.query('alter table event_head rename to gone');
  expect(await ask()).toContain('mt_database_up 0');
});

it('dashboard and alerts ask only for metrics that exist', async () => {
  const sources = ['instruments.ts', 'gauges.ts', 'process-figures.ts'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const deploy = new URL('../../../../../deploy/', import.meta.url);
  const asked = ['grafana-dashboard.json', 'prometheus-alerts.yaml'].flatMap((file) => [
    ...readFileSync(new URL(file, deploy), 'utf8').matchAll(/\b(?:mt|nodejs|process)_[a-z_0-9]+/g),
  ]);
  expect(asked.length).toBeGreaterThan(20);
  const unknown = asked
    .map(([name]) => name.replace(/(_seconds)_(bucket|count|sum)$/, '$1'))
    .filter((name) => !sources.some((source) => source.includes(`'${name}'`)));
  expect(unknown).toEqual([]);
});
