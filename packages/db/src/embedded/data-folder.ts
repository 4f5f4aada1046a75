import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, canReach } from './account.ts';
import { systemFolder } from './binaries.ts';

/** Where the embedded server's files lie; below DATA_DIR unless its account cannot get there. */
export function dataFolderOf(dataDir: string, account: Account | undefined): string {
  const usual = join(resolve(dataDir), 'postgresql');
  mkdirSync(resolve(dataDir), { recursive: true });
  if (!account || canReach(account, resolve(dataDir))) return usual;
  const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(systemFolder, `data-${key}`);
}

/** Makes the folder, for the account alone. */
export function makeDataFolder(folder: string, account: Account | undefined): void {
  // A mode given to mkdir would lock the parents too.
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** The server's password, made once; only the one who runs us can read it. */
export function passwordOf(dataDir: string): string {
  const folder = join(resolve(dataDir), 'secrets');
  const file = join(folder, 'postgresql-password');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
