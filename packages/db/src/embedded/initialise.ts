import { execFile } from 'node:child_process';
import { chownSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';

interface Cluster {
  binaries: string;
  dataFolder: string;
  account: Account | undefined;
  user: string;
  password: string;
}

/** Makes the files of a new cluster: UTF-8, the same order of text on every machine, passwords always asked for. */
export async function initialise({ binaries, dataFolder, account, user, password }: Cluster): Promise<void> {
  // What an attempt left that was cut short; a whole cluster has its PG_VERSION.
  for (const left of readdirSync(dataFolder)) rmSync(join(dataFolder, left), { recursive: true });
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await promisify(execFile)(
      join(binaries, 'initdb'),
      [
        '-D',
        dataFolder,
        '-U',
        user,
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
      ],
      { ...account, cwd: '/' },
    );
  } finally {
    unlinkSync(passwordFile);
  }
}
