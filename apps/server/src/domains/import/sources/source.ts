import { stat } from 'node:fs/promises';
import type { ImportSource } from '@monkey-tracker/contract/import';
import { readDatabase } from './database.ts';
import { readDump } from './dump.ts';
import { readFolder } from './folder.ts';
import { readJsonFile } from './json-file.ts';
import { SourceError } from './source-error.ts';

/**
 * Reads what the old software wrote, wherever it lies.
 * @param where a folder, a JSON file, a dump (`.sql`) or the URL of its database.
 * @param schema where its tables are, for a database.
 */
export async function readSource(where: string, { schema }: { schema: string }): Promise<ImportSource> {
  if (isDatabaseUrl(where)) return readDatabase(where, schema);
  const found = await stat(where).catch(() => undefined);
  if (!found) throw new SourceError(`There is nothing at ${where}.`);
  if (found.isDirectory()) return readFolder(where);
  return where.endsWith('.sql') ? readDump(where) : readJsonFile(where);
}

const isDatabaseUrl = (where: string) => /^postgres(ql)?:\/\//.test(where);
