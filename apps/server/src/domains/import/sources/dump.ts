import { readFile } from 'node:fs/promises';
import type { ImportSource } from '@monkey-tracker/contract/import';
import { SourceError } from './source-error.ts';
import { sourceOfTables } from './tables.ts';

type Row = Record<string, string | null>;

/** Reads a plain `pg_dump` of the old database, without restoring it. */
export async function readDump(file: string): Promise<ImportSource> {
  const tables = copyBlocks(await readFile(file, 'utf8'));
  const rows = (name: string) => tables.get(name) ?? [];
  if (!tables.has('shows') && !tables.has('show_archive')) {
    throw new SourceError(
      `${file} has no COPY data of the old tables. Dump them with plain pg_dump, without --inserts or --format.`,
    );
  }
  return sourceOfTables({
    shows: rows('shows').map((row) => ({ data: json(row.data) })),
    show_archive: rows('show_archive').map((row) => ({
      data: json(row.data),
      archived_at: new Date(moment(row.archived_at) ?? Number.NaN),
      deleted_at: row.deleted_at ? new Date(moment(row.deleted_at) ?? Number.NaN) : null,
    })),
    staff: rows('staff').map((row) => ({ name: row.name ?? '', role: row.role ?? '' })),
    monkey_leads: rows('monkey_leads').map((row) => ({ name: row.name ?? '' })),
  });
}

/** The rows of each table in a dump, by the table's bare name. */
export function copyBlocks(dump: string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  const block = /^COPY (?:[^.\s]+\.)?"?(\w+)"? \(([^)]*)\) FROM stdin;\r?\n([\s\S]*?)^\\\.\r?$/gm;
  for (const [, table = '', columns = '', body = ''] of dump.matchAll(block)) {
    const names = columns.split(', ').map((name) => name.replaceAll('"', ''));
    const lines = body.split(/\r?\n/).filter((line) => line !== '');
    tables.set(
      table,
      lines.map((line) => rowOf(names, line)),
    );
  }
  return tables;
}

const rowOf = (names: string[], line: string): Row =>
  Object.fromEntries(line.split('\t').map((field, index) => [names[index] ?? '', unescape(field)]));

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** COPY writes a backslash before what would end a field; `\N` alone is null. */
function unescape(field: string): string | null {
  if (field === '\\N') return null;
  return field.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

function json(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // The import refuses it, and says where it stood.
    return null;
  }
}

/** `2026-11-20 20:19:20.27+00`, whose zone ISO 8601 writes with minutes. */
function moment(text: string | null | undefined): string | undefined {
  return text?.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}
