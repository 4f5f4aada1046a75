import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { type ConnectionChange, connectionChange } from '@monkey-tracker/contract/connection';
import { type ConnectionDefaults, type ConnectionParts, sslDefault } from '@monkey-tracker/db/connection';
import { z } from 'zod';

/** What the old software kept beside it means nothing here: its `sql` and `storageProvider`, and all that is unknown. */
const stored = z.looseObject({ postgres: z.unknown().optional() });

/** Where an administrator's choice of a database is kept. */
export const appConfigFile = (dataDir: string): string => resolve(dataDir, 'config', 'app-config.json');

/** The file that counts: ours, or else the one that the old software left in the folder it ran in. */
const fileInUse = (dataDir: string) =>
  [appConfigFile(dataDir), resolve('config', 'app-config.json')].find((file) => existsSync(file));

/**
 * The database that was chosen in the settings, if any.
 * @throws Error in words that name the faulty field, never a value.
 */
export function readStoredConnection(
  dataDir: string,
  defaults: ConnectionDefaults,
): ConnectionParts | undefined {
  const found = readConfigFile(dataDir)?.postgres;
  if (found === undefined || found === null) return undefined;
  const parsed = connectionChange.safeParse(modernised(found));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`app-config.json: postgres.${issue?.path.join('.')} ${issue?.message}`);
  }
  return partsOf(parsed.data, defaults);
}

/** The full connection that an administrator's change means. */
export function partsOf(
  { ssl, sslCa, password, ...address }: ConnectionChange,
  defaults: ConnectionDefaults,
): ConnectionParts {
  return {
    ...defaults,
    ...address,
    ssl: ssl ?? sslDefault(address.host),
    ...(password && { password }),
    // That of the environment belongs to another server.
    sslCa,
  };
}

/** All that the file says; undefined where there is none. @throws Error in words where it cannot be read */
export function readConfigFile(dataDir: string): z.output<typeof stored> | undefined {
  const file = fileInUse(dataDir);
  if (file === undefined) return undefined;
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error('app-config.json: is not JSON that can be read');
  }
}

/** The old software knew no modes of TLS, and other fields beside ours. */
function modernised(found: unknown): unknown {
  if (typeof found !== 'object' || found === null) return found;
  const known = Object.keys(connectionChange.shape);
  const { ssl, ...fields } = Object.fromEntries(
    Object.entries(found).filter(([name]) => known.includes(name)),
  );
  if (ssl === undefined) return fields;
  return { ...fields, ssl: ssl === true ? 'require' : ssl === false ? 'disable' : ssl };
}

/** Keeps a choice for the next start: whole or not at all, readable by the server's own account only. */
export async function storeConnection(dataDir: string, postgres: ConnectionChange): Promise<void> {
  const file = appConfigFile(dataDir);
  const draft = join(dirname(file), `.app-config.${randomUUID()}`);
  await mkdir(dirname(file), { recursive: true });
  await chmod(dirname(file), 0o700);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ postgres }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
