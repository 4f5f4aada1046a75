import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no migration names a schema, so that DATABASE_SCHEMA can be any', () => {
  const files = globSync('drizzle/*.sql');
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('"public".'))).toEqual([]);
});

it('a migration that takes something away says which one a program must know', () => {
  const taking =
    /\bdrop (table|column|view|type|function)\b|\brename (to|column)\b|\balter column .* type\b|\bset not null\b/i;
  const silent = globSync('drizzle/*.sql').filter((file) => {
    const text = readFileSync(file, 'utf8').replace(/^--(?! needs:).*$/gm, '');
    const needed = /^-- needs: (\S+)$/m.exec(text)?.[1];
    return needed === undefined ? taking.test(text) : !existsSync(`drizzle/${needed}.sql`);
  });
  expect(silent).toEqual([]);
});
