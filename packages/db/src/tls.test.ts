import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ConnectionParts } from './connection.ts';
import { startEmbedded } from './embedded.ts';
import { findAccount } from './embedded/account.ts';
import { silentLog } from './log.ts';
import { withClient } from './single-client.ts';
import { type Certificate, createAuthority } from './testing/certificates.ts';

const defaults = {
  schema: 'public',
  poolMin: 0,
  poolMax: 2,
  connectTimeoutMs: 20_000,
  idleTimeoutMs: 2_000,
  statementTimeoutMs: 20_000,
  slowQueryMs: 60_000,
  applicationName: 'tls test',
};

/** A real server that speaks TLS with this certificate. */
async function serverWith({ pem, key }: Certificate): Promise<ConnectionParts> {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const account = findAccount();
  for (const [name, text] of Object.entries({ 'server.crt': pem, 'server.key': key })) {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    if (account) chownSync(join(folder, name), account.uid, account.gid);
  }
  const server = await startEmbedded(join(folder, 'data'), silentLog, {
    fsync: 'off',
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
  });
  onTestFinished(() => server.stop());
  return { ...defaults, ...server.connection, database: 'postgres' };
}

const encrypted = (parts: ConnectionParts) =>
  withClient(parts, async (client) => {
    const { rows } = await client.query('select ssl, version from pg_stat_ssl where pid = pg_backend_pid()');
    return rows[0];
  });

it('verify-full speaks to a server whose certificate the authority has signed for this host, and to no other', async () => {
  const authority = createAuthority('Our own authority');
  const server = await serverWith(authority.issue('127.0.0.1'));
  const verified = { ...server, ssl: 'verify-full' as const, sslCa: authority.pem };
  expect(await encrypted(verified)).toEqual({ ssl: true, version: 'TLSv1.3' });
  expect(await encrypted({ ...server, ssl: 'disable' })).toMatchObject({ ssl: false });

  const stranger = createAuthority('Our own authority').pem;
  await expect(encrypted({ ...verified, sslCa: stranger })).rejects.toThrow(/signature|certificate/);
  await expect(encrypted({ ...verified, sslCa: undefined })).rejects.toThrow(/certificate/);
  await expect(encrypted({ ...verified, host: 'localhost' })).rejects.toThrow(/localhost|altnames/);
  expect(await encrypted({ ...verified, ssl: 'require', sslCa: undefined })).toMatchObject({ ssl: true });
});
