import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type ConnectionParts, partsFromUrl, toPoolConfig } from '../connection.ts';
import { startEmbedded } from '../embedded.ts';
import { silentLog } from '../log.ts';
import { migrate } from '../migrate.ts';
import type {} from './provided.ts';

interface TestServer {
  parts: ConnectionParts;
  stop(): Promise<void>;
}

const defaults = {
  schema: 'public',
  poolMin: 0,
  poolMax: 10,
  connectTimeoutMs: 20_000,
  idleTimeoutMs: 2_000,
  statementTimeoutMs: 20_000,
  slowQueryMs: 60_000,
  applicationName: 'monkey-tracker-tests',
};

/** `TEST_DATABASE_URL`, else a container where a Docker engine answers, else the embedded server. */
async function findServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { parts: partsFromUrl(url, defaults), stop: async () => {} };
  return (await startContainer()) ?? startOwn();
}

async function startContainer(): Promise<TestServer | undefined> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const engine = await getContainerRuntimeClient().catch(() => undefined);
  if (!engine) return undefined;
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer('postgres:18-alpine')
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=400'])
    .start();
  return {
    parts: partsFromUrl(container.getConnectionUri(), defaults),
    stop: async () => void (await container.stop()),
  };
}

async function startOwn(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'monkey-tracker-test-'));
  // PostgreSQL's account must get through it.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, silentLog, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '400',
  });
  return {
    parts: { ...defaults, ...server.connection },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
      rmSync(server.dataFolder, { recursive: true, force: true });
    },
  };
}

/** Vitest's global set-up: one server, and one migrated database that every test's own is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { parts, stop } = await findServer();
  const template = `mt_template_${randomUUID().replaceAll('-', '')}`;
  const administrate = async (statement: string) => {
    const client = new pg.Client(toPoolConfig({ ...parts, database: 'postgres' }));
    await client.connect();
    return (await client.query(statement).finally(() => client.end())).rows;
  };
  await administrate(`create database ${template} template template0 encoding 'UTF8'`);
  await migrate({ ...parts, database: template });
  project.provide('testServer', { ...parts, database: 'postgres' });
  // PostgreSQL 15 and later would log every page of the copy otherwise.
  const [{ version }] = await administrate(`select current_setting('server_version_num')::int as version`);
  project.provide('testTemplate', `template ${template}${version >= 150_000 ? ' strategy file_copy' : ''}`);
  return async () => {
    await administrate(`drop database ${template} with (force)`);
    await stop();
  };
}
