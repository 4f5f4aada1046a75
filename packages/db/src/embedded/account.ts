import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The system account that runs PostgreSQL when we are root, which PostgreSQL refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

/** `postgres` where it exists, else `nobody`; undefined where we are no root and run it ourselves. */
export function findAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is neither an account postgres nor nobody.');
}

/** Whether the account gets to a folder through all that lie above it. */
export const canReach = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, stdio: 'ignore' }).status === 0;
