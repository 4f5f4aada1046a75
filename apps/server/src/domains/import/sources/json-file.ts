import { readFile } from 'node:fs/promises';
import { importSource, type ImportSource } from '@monkey-tracker/contract/import';
import { z } from 'zod';
import { SourceError } from './source-error.ts';

const roster = z
  .looseObject({})
  .refine((value) => 'crew' in value || 'pilots' in value || 'monkeyLeads' in value);
const snapshot = z.looseObject({ archivedAt: z.unknown() }).refine((value) => 'archivedAt' in value);

/** One answer of the old server; what it is shows in its content, not in the file's name. */
export async function readJsonFile(file: string): Promise<ImportSource> {
  const json = parse(file, await readFile(file, 'utf8'));
  if (roster.safeParse(json).success) return { staff: json };
  const both = importSource.safeParse(json);
  if (both.success && !isList(json)) return both.data;
  const list = importSource.safeParse({ shows: json });
  if (!list.success) throw new SourceError(`${file} holds neither shows nor an archive nor rosters.`);
  const records = list.data.shows ?? [];
  const archived = records.some((record) => snapshot.safeParse(record).success);
  return archived ? { archive: records } : { shows: records };
}

/** `{"shows": […]}` is an answer of one kind; with an archive or rosters beside it, it is all of them. */
const isList = (json: unknown) =>
  Array.isArray(json) || (typeof json === 'object' && json !== null && Object.keys(json).join() === 'shows');

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SourceError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
