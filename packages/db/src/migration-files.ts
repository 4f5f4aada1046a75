import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A migration as it lies in the folder; `hash` and `when` are what drizzle-kit records too. */
export interface MigrationFile {
  name: string;
  /** Epoch milliseconds of its generation, from drizzle-kit's journal. */
  when: number;
  /** SHA-256 of the file. */
  hash: string;
  /** The migration that a program must know to work after this one; absent where any older program does. */
  needs: string | undefined;
  statements: string[];
}

interface Journal {
  entries: { tag: string; when: number }[];
}

export const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** The migrations of a folder, in the order of drizzle-kit's journal. */
export function readMigrationFiles(folder: string): MigrationFile[] {
  const journal: Journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  return journal.entries.map(({ tag, when }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    return {
      name: tag,
      when,
      hash: createHash('sha256').update(text).digest('hex'),
      needs: /^-- needs: (\S+)$/m.exec(text)?.[1],
      statements: text.split('--> statement-breakpoint'),
    };
  });
}
