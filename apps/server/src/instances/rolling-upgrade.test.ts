import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEntry } from '@monkey-tracker/contract/entries';
import { ready } from '@monkey-tracker/contract/health';
import { migrate } from '@monkey-tracker/db/migrate';
import { migrationsFolder } from '@monkey-tracker/db/migration-files';
import { expect, it, onTestFinished } from 'vitest';
import { testApp } from '../testing/app.ts';
import { entrySample, makeShow } from '../testing/samples.ts';

/** The migrations of a release that does not exist yet. */
function nextRelease() {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  return {
    folder,
    add(tag: string, text: string) {
      const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
      writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, { tag, when: Date.now() }] }));
      writeFileSync(join(folder, `${tag}.sql`), text);
    },
  };
}

it('a server goes on working while a release expands the tables, and stops being ready once one contracts them', async () => {
  const old = await testApp();
  const dispatcher = await old.as('dispatcher');
  const show = await makeShow(dispatcher);
  const log = async (operator: string) =>
    (await dispatcher.call(createEntry, { params: { id: show.id }, body: entrySample({ operator }) })).status;
  const isReady = async () => (await old.anonymous.call(ready, {})).status;

  const release = nextRelease();
  // Expand: a column with a default, and a trigger that keeps both in step while two releases write.
  release.add(
    '0900_expand',
    `ALTER TABLE entries ADD COLUMN remarks text NOT NULL DEFAULT '';
     CREATE FUNCTION keep_remarks() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN NEW.remarks := NEW.notes; RETURN NEW; END $$;
     CREATE TRIGGER entries_remarks BEFORE INSERT OR UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION keep_remarks();`,
  );
  const writing = Promise.all(['Alex', 'Nick', 'Robert'].map(log));
  await migrate(old.parts, { folder: release.folder });
  expect(await writing).toEqual([201, 201, 201]);
  expect(await isReady()).toBe(200);
  expect(await log('James')).toBe(201);
  const restarted = await testApp({ beside: old });
  expect((await restarted.anonymous.call(ready, {})).status).toBe(200);

  // Contract, a release later: only programs that know the expansion may go on.
  release.add(
    '0901_contract',
    `-- needs: 0900_expand
     DROP TRIGGER entries_remarks ON entries;`,
  );
  await migrate(old.parts, { folder: release.folder });
  const { status, problem } = await old.anonymous.call(ready, {});
  expect([status, problem.code]).toEqual([503, 'storage.not_migrated']);
  expect(problem.detail).toContain('newer than this program');
});
