import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@monkey-tracker/db/single-client';
import { startEmbedded } from '@monkey-tracker/db/embedded';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { silentLog } from '@monkey-tracker/db/log';
import type { Ask, Send } from '../history/record.ts';
import type { Venue } from '../history/run.ts';
import { randomOf } from '../random.ts';
import { freePort, ServerProcess } from './servers.ts';

const admin = { email: 'proof@example.org', password: 'eleven quiet herons over the fen' };
const secret = 'a secret of the proof, long enough to be one';

export interface FaultyVenue extends Venue {
  servers: ServerProcess[];
  parts: ConnectionParts;
  /** Answers that nobody should ever be given. */
  unexpected: string[];
  close(): Promise<void>;
}

/** Real servers on an embedded PostgreSQL of this process, in a folder that goes with them. */
export async function openFaultyVenue(count: number): Promise<FaultyVenue> {
  const folder = mkdtempSync(join(tmpdir(), 'mt-proof-'));
  chmodSync(folder, 0o755);
  const { connection, stop } = await startEmbedded(join(folder, 'data'), silentLog);
  const { host, port, user, password, database } = connection;
  const login = `${user}:${encodeURIComponent(password ?? '')}`;
  const env = {
    DATABASE_URL: `postgres://${login}@${host}:${port}/${database}`,
    DATA_DIR: folder,
    JWT_SECRET: secret,
    PASSWORD_PEPPER: secret,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    BACKUP_AT: 'off',
    LOG_LEVEL: 'silent',
    TZ: 'UTC',
  };
  const servers: ServerProcess[] = [];
  for (let n = 0; n < count; n += 1) {
    const server = new ServerProcess(await freePort(), env);
    await server.start();
    servers.push(server);
  }
  const nth = (n: number) => servers[n % servers.length]?.url ?? '';
  const token = await makeToken(nth(0));
  const unexpected: string[] = [];
  const sendVia = (server: number, chance = randomOf(server + 1)): Send =>
    sendTo(() => nth(server), { token, unexpected, loses: () => chance.below(40) === 0 });
  return {
    servers,
    unexpected,
    token,
    parts: {
      ...connection,
      schema: 'public',
      poolMin: 0,
      poolMax: 2,
      connectTimeoutMs: 5_000,
      idleTimeoutMs: 1_000,
      statementTimeoutMs: 60_000,
      slowQueryMs: 60_000,
      ssl: 'disable',
      applicationName: 'monkey-tracker proof',
    },
    sendOf: (client) => sendVia(client),
    ask: sendTo(() => nth(0), { token, unexpected, loses: () => false }),
    urlOf: nth,
    async close() {
      for (const server of servers) await server.kill('SIGTERM');
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A token of an administrator: a session's would end within the run. */
async function makeToken(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const login = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(admin),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const made = await fetch(`${url}/api/auth/tokens`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ name: 'proof', role: 'admin' }),
  });
  return ((await made.json()) as { token: string }).token;
}

interface Line {
  token: string;
  unexpected: string[];
  /** Whether the answer to this request gets lost on its way. */
  loses: () => boolean;
}

/** Sends over the network. An answer that is lost, and a server that cannot answer, leave the sender in the dark. */
const sendTo =
  (url: () => string, { token, unexpected, loses }: Line): Send =>
  async (ask) => {
    const { body, key, basedOn } = ask as Partial<Ask>;
    const answer = await fetch(url() + ask.path, {
      method: ask.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(basedOn !== undefined && { 'if-match': `"${basedOn}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    if (answer.status >= 500 && answer.status !== 503)
      unexpected.push(`${ask.method} ${ask.path}: ${answer.status}`);
    if (answer.status >= 500 || loses()) throw new Error('no answer');
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };

/** Cuts all connections of the servers to the database. */
export const cutConnections = (parts: ConnectionParts): Promise<unknown> =>
  withClient(parts, (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`),
  );

/** Kills a process of PostgreSQL that serves a server: all of it restarts, and recovers from its log. */
export async function crashPostgres(parts: ConnectionParts): Promise<void> {
  const pid = await withClient(parts, async (client) => {
    const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`);
    return rows[0]?.pid;
  });
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}
