import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { entriesTotalHeader, exportEntries as endpoint } from '@monkey-tracker/contract/export';
import { Command } from 'commander';
import { exportEntries } from '../domains/export/index.ts';
import type { Download } from '../platform/download.ts';
import { StartFailure } from '../start/failure.ts';
import { withDatabase } from './database.ts';
import { answer, jsonOption } from './output.ts';
import { fromCaller } from './paths.ts';

interface Options {
  from?: string;
  to?: string;
  scope: string;
  format: string;
  columns: string;
  bom: boolean;
  json: boolean;
}

/** The same questions as the server takes, refused in the same words. */
function readQuery({ bom, json: _json, ...given }: Options) {
  const parsed = endpoint.query.safeParse({ ...given, bom: String(bom) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartFailure(`--${issue?.path.join('.')}: ${issue?.message}`);
}

export const exportCommand = new Command('export')
  .description('Write the entries of all shows to a file: CSV, XLSX, or JSON that mt import takes again')
  .argument('[file]', 'where to write; - is standard output; else a file named after what is in it')
  .option('--from <date>', 'first date of a show, YYYY-MM-DD')
  .option('--to <date>', 'last date of a show, YYYY-MM-DD')
  .option('--scope <scope>', 'live, archive or all', 'all')
  .option('--format <format>', 'csv, json or xlsx', 'csv')
  .option('--columns <columns>', 'standard (the 24 that old tables expect) or all', 'standard')
  .option('--bom', 'begin CSV with a byte order mark, for older Excel', false)
  .option(...jsonOption)
  .addHelpText('after', '\nExit codes: 0 the file is whole, 1 it failed and there is no file.')
  .action(async (file: string | undefined, options: Options) => {
    const query = readQuery(options);
    await withDatabase(async ({ db }) => {
      const made = await exportEntries(db, query);
      if (file === '-') return print(made);
      const path = fromCaller(file ?? made.name);
      await write(made, path);
      const entries = Number(made.headers?.[entriesTotalHeader] ?? 0);
      answer(options, { path, entries }, ({ path, entries }) => `${path}\n${entries} entries.`);
    });
  });

async function print({ content }: Download): Promise<void> {
  for await (const piece of content) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/** Whole or not at all: under another name until it is complete. */
async function write({ content }: Download, path: string): Promise<void> {
  const draft = `${path}.part`;
  const handle = await open(draft, 'wx');
  try {
    for await (const piece of content) await handle.writeFile(piece);
    await handle.close();
    await rename(draft, path);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}
