import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@monkey-tracker/db/testing/database';
import { expect, it, onTestFinished } from 'vitest';
import { databaseEnv, mt } from './testing/mt.ts';

const legacy = new URL('../domains/import/fixtures/', import.meta.url).pathname;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mt-export-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it('export writes what import took, and its JSON can be imported elsewhere', async () => {
  const env = databaseEnv(await createTestDatabase());
  expect((await mt(['import', legacy, '--yes'], env)).code).toBeLessThan(3);
  const here = folder();
  const json = join(here, 'all.json');
  const written = await mt(['export', json, '--format', 'json', '--json'], env);
  expect(written.code).toBe(0);
  const { entries } = JSON.parse(written.out) as { entries: number };
  expect(entries).toBeGreaterThan(0);

  const other = databaseEnv(await createTestDatabase());
  expect((await mt(['import', json, '--yes'], other)).code).toBe(0);
  const [one, two] = [await mt(['export', '-'], env), await mt(['export', '-'], other)];
  expect(one.out.split('\n')[0]).toMatch(/^showId,showDate,/);
  expect(two.out).toBe(one.out);
  expect(readdirSync(here)).toEqual(['all.json']);
});

it('export refuses a wrong question in words and leaves no file', async () => {
  const env = databaseEnv(await createTestDatabase());
  const file = join(folder(), 'x.csv');
  for (const wrong of [
    ['--from', 'June'],
    ['--scope', 'everything'],
    ['--from', '2026-06-02', '--to', '2026-06-01'],
  ]) {
    const refused = await mt(['export', file, ...wrong], env);
    expect(refused.code).toBe(1);
    expect(refused.err).not.toMatch(/ {4}at /);
  }
  expect(existsSync(file)).toBe(false);
  expect((await mt(['export', file], env)).out).toContain('0 entries.');
  expect(readFileSync(file, 'utf8')).toMatch(/^showId,/);
});
