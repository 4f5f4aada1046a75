import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
  stopping: boolean;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether the process is a PostgreSQL; a number that another program was given since does not count. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

/** The server that runs on a data folder, as its own pid file tells; undefined where none does. */
export function findPostmaster(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!pid || !isPostgres(pid)) return undefined;
    return {
      pid,
      port: Number(lines[3]),
      ready: lines[7]?.trim() === 'ready',
      stopping: lines[7]?.trim() === 'stopping',
    };
  } catch {
    return undefined;
  }
}
