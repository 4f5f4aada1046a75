import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@monkey-tracker/db/embedded';
import { silentLog } from '@monkey-tracker/db/log';
import { ServerProcess } from '../faults/servers.ts';
import { Caddy } from './caddy.ts';

export const admin = { email: 'proof@example.org', password: 'eleven quiet herons over the fen' };
export const addresses = { app: '127.0.0.11', 'app-2': '127.0.0.12' };

/** The servers of compose.yaml and Caddy before them, none of them started; their database runs. */
export async function openVenue() {
  const folder = mkdtempSync(join(tmpdir(), 'mt-proxy-'));
  chmodSync(folder, 0o755);
  const database = await startEmbedded(join(folder, 'data'), silentLog);
  const { host, port, user, password, database: name } = database.connection;
  const env = {
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`,
    DATA_DIR: folder,
    JWT_SECRET: 'a secret of the proof, long enough to be one',
    PASSWORD_PEPPER: 'a secret of the proof, long enough to be one',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    // What compose.yaml is told with the profile tls.
    PUBLIC_URL: 'https://localhost',
    TRUST_PROXY: 'true',
    LEAVE_MS: '2500',
    METRICS_TOKEN: 'a token of the proof',
    BACKUP_AT: 'off',
    LOG_LEVEL: 'silent',
  };
  const first = new ServerProcess({ port: 3000, host: addresses.app }, env);
  const second = new ServerProcess({ port: 3000, host: addresses['app-2'] }, env);
  const caddy = new Caddy(folder);
  return {
    first,
    second,
    caddy,
    folder,
    env,
    async close() {
      await caddy.stop();
      await Promise.all([first.kill('SIGTERM'), second.kill('SIGTERM')]);
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
