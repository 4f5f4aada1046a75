import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportSource } from '@monkey-tracker/contract/import';
import { readDump } from './dump.ts';
import { readJsonFile } from './json-file.ts';
import { SourceError } from './source-error.ts';

const answers = ['archive.json', 'shows.json', 'staff.json'];

/** A folder with the old server's answers, or else with one dump of its database. */
export async function readFolder(folder: string): Promise<ImportSource> {
  const names = await readdir(folder);
  const present = answers.filter((name) => names.includes(name));
  if (present.length > 0) {
    const parts = await Promise.all(present.map((name) => readJsonFile(join(folder, name))));
    return Object.assign({}, ...parts);
  }
  const [dump, ...others] = names.filter((name) => name.endsWith('.sql'));
  if (dump === undefined)
    throw new SourceError(`${folder} has none of ${answers.join(', ')}, and no .sql dump.`);
  if (others.length > 0) throw new SourceError(`${folder} has several dumps. Name the one to import.`);
  return readDump(join(folder, dump));
}
