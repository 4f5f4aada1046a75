import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Line, openLine } from '@monkey-tracker/db/testing/line';
import type { Ask, Send } from '../history/record.ts';
import type { Venue } from '../history/run.ts';
import { randomOf } from '../random.ts';
import { type FaultyDatabase, openFaultyDatabase } from './database.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { freePort } from '@monkey-tracker/bench/src/server/stage/free-port.ts';
import { ServerProcess } from './servers.ts';

const admin = { email: 'proof@example.org', password: 'eleven quiet herons over the fen' };
const secret = 'a secret of the proof, long enough to be one';

export interface FaultyVenue extends Venue {
  servers: ServerProcess[];
  database: FaultyDatabase;
  receiver: Receiver;
  /** Answers that nobody should ever be given. */
  unexpected: string[];
  close(): Promise<void>;
}

/** Where answers get lost: one piece of them in so many. */
export const losesOneIn = 40;

interface Options {
  /** One piece of an answer in so many gets lost between a server and who asked; absent: none. */
  losesOneIn?: number;
  /** Whether PostgreSQL gets a small disk of its own that can be filled. */
  ownDisk?: boolean;
}

/** Real servers on an embedded PostgreSQL of this process, in a folder that goes with them. */
export async function openFaultyVenue(count: number, options: Options = {}): Promise<FaultyVenue> {
  const { losesOneIn: rarity = 0, ownDisk = false } = options;
  const database = await openFaultyDatabase(ownDisk);
  const receiver = await openReceiver();
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: join(database.folder, 'servers'),
    JWT_SECRET: secret,
    PASSWORD_PEPPER: secret,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    WEBHOOK_ALLOW_HOSTS: new URL(receiver.url).host,
    BACKUP_AT: 'off',
    LOG_LEVEL: 'error',
    TZ: 'UTC',
  };
  const servers: ServerProcess[] = [];
  const lines: Line[] = [];
  for (let n = 0; n < count; n += 1) {
    const port = await freePort();
    const server = new ServerProcess({ port, log: join(database.folder, `server-${n + 1}.log`) }, env);
    await server.start();
    servers.push(server);
    const chance = randomOf(n + 1);
    lines.push(await openLine(port, () => rarity > 0 && chance.below(rarity) === 0));
  }
  const direct = servers[0]?.url ?? '';
  const urlOf = (n: number) => `http://127.0.0.1:${lines[n % lines.length]?.port}`;
  const token = await makeToken(direct);
  const unexpected: string[] = [];
  const ask = sendTo(direct, token, unexpected);
  await ask({
    method: 'PUT',
    path: '/api/config',
    body: { webhook: { url: receiver.url, enabled: true } },
  });
  return {
    servers,
    database,
    receiver,
    unexpected,
    token,
    sendOf: (client) => sendTo(urlOf(client), token, unexpected),
    ask,
    urlOf,
    async close() {
      for (const server of servers) await server.kill('SIGTERM');
      for (const line of lines) line.close();
      receiver.close();
      if (unexpected.length > 0) keepLogs(database.folder);
      await database.stop();
    },
  };
}

/** What servers said before they answered what nobody should be answered. */
function keepLogs(folder: string): void {
  const kept = mkdtempSync(join(tmpdir(), 'mt-proof-logs-'));
  cpSync(folder, kept, { recursive: true, filter: (path) => path === folder || path.endsWith('.log') });
  process.stderr.write(`\nthe logs of the servers: ${kept}\n`);
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

/** Sends over the network. An answer that gets lost, and a server that cannot answer, leave the sender in the dark. */
const sendTo =
  (url: string, token: string, unexpected: string[]): Send =>
  async (ask) => {
    const { body, key, basedOn } = ask as Partial<Ask>;
    const answer = await fetch(url + ask.path, {
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
    if (answer.status >= 500 && (answer.status !== 503 || !answer.headers.has('retry-after')))
      unexpected.push(`${ask.method} ${ask.path}: ${answer.status} ${text.slice(0, 200)}`);
    if (answer.status >= 500) throw new Error('no answer');
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
