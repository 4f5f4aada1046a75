import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no migration names a schema, so that DATABASE_SCHEMA can be any', () => {
  const files = globSync('drizzle/*.sql');
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('"public".'))).toEqual([]);
});
