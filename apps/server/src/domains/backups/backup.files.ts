import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '@monkey-tracker/contract/backups';
import { readManifest, unfinishedPrefix } from '@monkey-tracker/db/backup/manifest';

const daily = '-daily';
const named = /^monkey-tracker-\d{8}T\d{6}Z(-daily)?$/;

/** The folder's name of a backup: its moment, and whether the clock made it. */
export const backupName = (moment: Date, byTheClock: boolean): string =>
  `monkey-tracker-${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z${byTheClock ? daily : ''}`;

/** A name that is free: of two that are made within one second the later one says the next. */
export async function freeName(folder: string, moment: Date, byTheClock: boolean): Promise<string> {
  const taken = await readdir(folder).catch((): string[] => []);
  for (let at = moment.getTime(); ; at += 1_000) {
    const name = backupName(new Date(at), byTheClock);
    if (!taken.includes(name)) return name;
  }
}

/** Backups in a folder, newest first; what cannot be read as one is left out. */
export async function listBackupFiles(folder: string): Promise<Backup[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => named.test(name));
  const found = await Promise.all(names.map((name) => describe(folder, name).catch(() => undefined)));
  return found.filter((one) => one !== undefined).toSorted((one, other) => other.createdAt - one.createdAt);
}

export async function describe(folder: string, name: string): Promise<Backup> {
  const { createdAt, tables, events } = await readManifest(join(folder, name));
  const sizes = await Promise.all(tables.map(({ file }) => stat(join(folder, name, file))));
  return {
    name,
    createdAt,
    daily: name.endsWith(daily),
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    events: events.count,
  };
}

/** Removes daily backups but the newest `keep`; those that people made stay. @returns the names of the removed. */
export async function forgetOld(folder: string, keep: number): Promise<string[]> {
  await forgetCutShort(folder);
  const old = (await listBackupFiles(folder)).filter((one) => one.daily).slice(keep);
  for (const { name } of old) await rm(join(folder, name), { recursive: true });
  return old.map(({ name }) => name);
}

const dayMs = 86_400_000;

/** What a server that was killed left unfinished; a backup that takes a day is none of ours. */
async function forgetCutShort(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > dayMs) await rm(join(folder, name), { recursive: true });
  }
}
