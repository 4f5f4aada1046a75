import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { digesting } from './digest.ts';
import { type Manifest, readManifest, type TableCopy } from './manifest.ts';
import type { OnProgress } from './write.ts';

/**
 * Reads a whole backup and compares it with its manifest.
 * @returns what is wrong with it, one sentence each; empty where it is whole.
 * @throws BackupError where there is no manifest that can be read.
 */
export async function verifyBackup(
  folder: string,
  onProgress: OnProgress = () => {},
): Promise<{ manifest: Manifest; problems: string[] }> {
  const manifest = await readManifest(folder);
  const problems: string[] = [];
  for (const [done, table] of manifest.tables.entries()) {
    onProgress(done, manifest.tables.length);
    const problem = await problemOf(folder, table);
    if (problem) problems.push(problem);
  }
  onProgress(manifest.tables.length, manifest.tables.length);
  return { manifest, problems };
}

async function problemOf(folder: string, table: TableCopy): Promise<string | undefined> {
  const { through, result } = digesting();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(join(folder, table.file)), createGunzip(), through, nowhere);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return `${table.file} ${missing ? 'is missing' : 'cannot be unpacked'}.`;
  }
  const { bytes, sha256 } = result();
  if (bytes === table.bytes && sha256 === table.sha256) return undefined;
  return `${table.file} is not as it was written: its checksum differs.`;
}
