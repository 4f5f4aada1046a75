import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { type Embedded, startEmbedded } from '@monkey-tracker/db/embedded';
import { findPostmaster } from '@monkey-tracker/db/embedded/postmaster';
import { silentLog } from '@monkey-tracker/db/log';
import { withClient } from '@monkey-tracker/db/single-client';
import { type Line, openLine } from '@monkey-tracker/db/testing/line';

/** An embedded PostgreSQL that is mistreated, behind a line that the servers reach it by. */
export interface FaultyDatabase {
  folder: string;
  /** How the servers reach it. */
  url: string;
  line: Line;
  /** Asks it directly, whatever the line is like. */
  query(text: string): Promise<unknown[]>;
  /** The same from beside the servers' database, which also works where that lets nobody in. */
  administer(text: string): Promise<unknown[]>;
  /** Holds a connection of its own until the work is done. */
  hold(statements: string[], work: () => Promise<void>): Promise<void>;
  /** Kills a process of it that serves a server: all of it restarts, and recovers from its log. */
  crash(): Promise<void>;
  /** Kills the first of its processes, as a power cut does, and starts it again. */
  powerCut(): Promise<void>;
  /** Starts it where it has ended. */
  revive(): Promise<void>;
  /** Its disk, where it has one of its own that can be filled. */
  disk: { fill(): void; free(): void } | undefined;
  stop(): Promise<void>;
}

const diskMb = 400;
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** On a small disk its log must not be what fills it. */
const small = { max_wal_size: '96MB', min_wal_size: '32MB' };

/** Whether a disk of its own could be made: that needs the right to mount. */
function mountDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** @param ownDisk whether it gets a small disk of its own, where that can be made. */
export async function openFaultyDatabase(ownDisk: boolean): Promise<FaultyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mt-proof-'));
  const mounted = ownDisk && mountDisk(folder);
  chmodSync(folder, 0o755);
  const start = () => startEmbedded(join(folder, 'data'), silentLog, mounted ? small : {});
  let running: Embedded = await start();
  const { user, password, database } = running.connection;
  const line = await openLine(running.connection.port);

  const partsNow = (of: string): ConnectionParts => ({
    ...running.connection,
    database: of,
    schema: 'public',
    poolMin: 0,
    poolMax: 1,
    connectTimeoutMs: 5_000,
    idleTimeoutMs: 1_000,
    statementTimeoutMs: 60_000,
    slowQueryMs: 60_000,
    applicationName: 'monkey-tracker proof',
  });
  const asking = (of: string) => (text: string) =>
    withClient(partsNow(of), async (client) => (await client.query(text)).rows as unknown[]);
  const query = asking(database);
  const administer = asking('postgres');

  async function restart() {
    await running.stop();
    running = await start();
    line.leadTo(running.connection.port);
  }

  const ballast = join(folder, 'ballast');
  return {
    folder,
    url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${line.port}/${database}`,
    line,
    query,
    administer,
    hold: (statements, work) =>
      withClient(partsNow(database), async (client) => {
        for (const statement of statements) await client.query(statement);
        await work();
        await client.query('rollback');
      }),
    async crash() {
      const [row] = (await administer(
        `select pid from pg_stat_activity where datname = '${database}' limit 1`,
      )) as { pid: number }[];
      if (!row) return;
      process.kill(row.pid, 'SIGKILL');
      // It is gone when PostgreSQL has noticed: what is ready before that has not crashed yet.
      while (isAlive(row.pid)) await pause(5);
    },
    async powerCut() {
      const postmaster = findPostmaster(running.dataFolder);
      if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
      await running.ended;
      await restart();
    },
    async revive() {
      const isUp = await administer('select').then(
        () => true,
        () => false,
      );
      if (!isUp && !findPostmaster(running.dataFolder)) await restart();
    },
    disk: mounted
      ? {
          fill() {
            const file = openSync(ballast, 'w');
            const { bavail, bsize } = statfsSync(folder);
            const piece = Buffer.alloc(bsize);
            try {
              for (let n = 0; n < bavail; n += 1) writeSync(file, piece);
            } catch {
              // PostgreSQL took the rest meanwhile: it is full.
            }
            closeSync(file);
          },
          free: () => rmSync(ballast, { force: true }),
        }
      : undefined,
    async stop() {
      line.close();
      await running.stop();
      if (mounted) execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
