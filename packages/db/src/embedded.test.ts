import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachEmbedded, type EmbeddedConnection, EmbeddedInUse, startEmbedded } from './embedded.ts';
import { findPostmaster } from './embedded/postmaster.ts';
import { silentLog } from './log.ts';

function newFolder(mode = 0o755) {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(folder, mode);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function query(connection: EmbeddedConnection, statement: string) {
  const client = new pg.Client({ ...connection, ssl: false, database: 'postgres' });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

/** A process of its own that starts the embedded server, says where, and then only lives. */
async function startElsewhere(folder: string) {
  const module = new URL('embedded.ts', import.meta.url);
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { startEmbedded } = await import(${JSON.stringify(module.href)});
     const log = { info() {}, warn() {}, error() {} };
     const { dataFolder } = await startEmbedded(${JSON.stringify(folder)}, log);
     console.log(dataFolder); setInterval(() => {}, 1000);`,
  ]);
  const [dataFolder] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, dataFolder: String(dataFolder).trim() };
}

describe('the embedded PostgreSQL', () => {
  it('starts on a new folder, keeps its data over a restart, and leaves nothing running', async () => {
    const folder = newFolder();
    const first = await startEmbedded(folder, silentLog);
    await query(first.connection, 'create table kept as select 1 as one');
    await first.stop();
    expect(findPostmaster(first.dataFolder)).toBeUndefined();
    const second = await startEmbedded(folder, silentLog);
    expect((await query(second.connection, 'select one from kept')).rows).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('refuses in words who comes second, and lets a command attach', async () => {
    const folder = newFolder();
    const server = await startEmbedded(folder, silentLog);
    onTestFinished(() => server.stop());
    await expect(startEmbedded(folder, silentLog)).rejects.toThrow(EmbeddedInUse);
    const attached = await attachEmbedded(folder);
    expect(attached).toEqual(server.connection);
  });

  it('gives the folder to one of two who start at the same instant', async () => {
    const folder = newFolder();
    await (await startEmbedded(folder, silentLog)).stop();
    const outcomes = await Promise.allSettled([
      startEmbedded(folder, silentLog),
      startEmbedded(folder, silentLog),
    ]);
    const started = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(started).toHaveLength(1);
    await started[0]?.value.stop();
  });

  it('ends when its owner is killed, and loses nothing that was committed', async () => {
    const folder = newFolder();
    const { child, dataFolder } = await startElsewhere(folder);
    const connection = await attachEmbedded(folder);
    if (!connection) throw new Error('nothing to attach to');
    await query(connection, 'create table kept as select 1 as one');
    child.kill('SIGKILL');
    await expect.poll(() => findPostmaster(dataFolder), { timeout: 10_000 }).toBeUndefined();
    const again = await startEmbedded(folder, silentLog);
    expect((await query(again.connection, 'select one from kept')).rows).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('recovers from a power cut, which leaves its pid file behind', async () => {
    const folder = newFolder();
    const { child, dataFolder } = await startElsewhere(folder);
    const postmaster = findPostmaster(dataFolder);
    if (!postmaster) throw new Error('the server does not run');
    process.kill(postmaster.pid, 'SIGKILL');
    child.kill('SIGKILL');
    await expect.poll(() => findPostmaster(dataFolder), { timeout: 10_000 }).toBeUndefined();
    const again = await startEmbedded(folder, silentLog);
    expect((await query(again.connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('finds another place when its account cannot enter the folder', async () => {
    const folder = newFolder(0o700);
    const server = await startEmbedded(folder, silentLog);
    expect(server.dataFolder.startsWith(folder)).toBe(process.getuid?.() !== 0);
    await server.stop();
    if (!server.dataFolder.startsWith(folder)) rmSync(server.dataFolder, { recursive: true });
  });
});
