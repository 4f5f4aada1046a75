import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { withClient } from '@monkey-tracker/db/single-client';
import { createPasswords } from '@monkey-tracker/server/src/platform/passwords.hashing.ts';
import { freePort } from '@monkey-tracker/bench/src/server/stage/free-port.ts';
import { ServerProcess } from '../faults/servers.ts';

const secret = 'a secret of the crowds, long enough to be one';
const metricsToken = 'a token of the crowds for the figures';

/** The password of everybody here: hashing one for each would take longer than the evening. */
export const password = 'nine quiet herons over the fen';

export interface CrowdedVenue {
  url: string;
  /** Addresses of accounts that can sign in. */
  people: string[];
  dispatchers: string[];
  /** What the server says of itself: Prometheus names and values. */
  figures(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

const urlOf = ({ host, port, user, password: word = '', database }: ConnectionParts) =>
  `postgres://${user}:${encodeURIComponent(word)}@${host}:${port}/${database}`;

/** A server of its own process on this database, with so many people who know their password. */
export async function openCrowdedVenue(parts: ConnectionParts, people: number): Promise<CrowdedVenue> {
  const folder = mkdtempSync(join(tmpdir(), 'mt-crowds-'));
  const server = new ServerProcess(
    { port: await freePort() },
    {
      DATABASE_URL: urlOf(parts),
      DATA_DIR: folder,
      JWT_SECRET: secret,
      PASSWORD_PEPPER: secret,
      METRICS_TOKEN: metricsToken,
      BACKUP_AT: 'off',
      LOG_LEVEL: 'silent',
      TZ: 'UTC',
      // So that each request may say where it comes from.
      TRUST_PROXY: '127.0.0.1',
    },
  );
  await server.start();
  const passwordHash = await createPasswords(secret).hash(password);
  return {
    url: server.url,
    people: await addPeople(parts, { role: 'viewer', count: people, passwordHash }),
    dispatchers: await addPeople(parts, { role: 'dispatcher', count: 12, passwordHash }),
    async figures() {
      const answer = await fetch(`${server.url}/metrics`, {
        headers: { authorization: `Bearer ${metricsToken}` },
      });
      const lines = (await answer.text()).split('\n').map((line) => line.split(' '));
      return new Map(lines.map(([name = '', value]) => [name, Number(value)]));
    },
    async close() {
      await server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Directly into the table, with one hash for all. */
const addPeople = (
  parts: ConnectionParts,
  { role, count, passwordHash }: { role: string; count: number; passwordHash: string },
) =>
  withClient(parts, async (client) => {
    const { rows } = await client.query<{ email: string }>(
      `with people as (
         insert into users (email, display_name, password_hash)
         select $1 || n || '@example.org', $1 || ' ' || n, $3 from generate_series(1, $2::int) n returning id, email
       ), held as (insert into user_roles (user_id, role) select id, $1::role_name from people)
       select email from people`,
      [role, count, passwordHash],
    );
    return rows.map(({ email }) => email);
  });
