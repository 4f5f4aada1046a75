import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A backup that cannot be made, read or restored: one sentence for people. */
export class BackupError extends Error {}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileName = z.string().regex(/^[a-z0-9_]+\.copy\.gz$/);

/** What stands in a backup's `manifest.json`; the file that is written last. */
const manifestShape = z.object({
  product: z.literal('monkey-tracker'),
  format: z.literal(1),
  /** Epoch milliseconds of the snapshot. */
  createdAt: z.number(),
  serverVersion: z.string(),
  schema: z.string(),
  /** Those the database had, oldest first; the name of one that the program did not know is null. */
  migrations: z.array(z.object({ name: z.string().nullable(), hash: sha256 })).min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: fileName,
      rows: z.int(),
      /** Bytes and SHA-256 of the unpacked text. */
      bytes: z.int(),
      sha256,
    }),
  ),
  /** The newest number of each sequence that a column owns. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), value: z.string() })),
  /** The log's chain as it was: how many events, and the newest hash in hexadecimal digits. */
  events: z.object({ count: z.int(), head: z.string() }),
});
export type Manifest = z.output<typeof manifestShape>;
export type TableCopy = Manifest['tables'][number];

/** How the name of a backup begins that is not whole yet. */
export const unfinishedPrefix = '.unfinished-';

export const manifestFile = 'manifest.json';

/** @throws BackupError where the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => {
    throw new BackupError(`${folder} holds no backup: it has no ${manifestFile}.`);
  });
  const parsed = manifestShape.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BackupError(`The manifest of ${folder} is damaged: ${issue?.path.join('.')} ${issue?.message}.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
