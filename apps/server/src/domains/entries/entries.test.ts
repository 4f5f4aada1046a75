import { createEntry, deleteEntry, updateEntry } from '@monkey-tracker/contract/entries';
import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { readShow, updateShow } from '@monkey-tracker/contract/shows';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';

/** Scripts in which names are written; their letters have had the same case for as long as ICU is old. */
const letter = fc
  .oneof(
    ...[
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x300, 0x36f],
      [0x386, 0x3ff],
      [0x400, 0x52f],
      [0x5d0, 0x5ea],
      [0x1e00, 0x1fff],
      [0x3041, 0x30ff],
      [0x4e00, 0x9fa5],
      [0xfb00, 0xfb06],
      [0xff01, 0xff5e],
    ].map(([min, max]) => fc.integer({ min, max })),
  )
  .map((point) => String.fromCodePoint(point));

const setUp = async () => {
  const server = await testApp();
  const dispatcher = await server.as('dispatcher');
  const { id } = await makeShow(dispatcher);
  const log = (change: Parameters<typeof entrySample>[0] = {}) =>
    dispatcher.call(createEntry, { params: { id }, body: entrySample(change) });
  const show = async () => (await dispatcher.call(readShow, { params: { id } })).body;
  return { server, dispatcher, id, log, show };
};

describe('an entry', () => {
  it('is logged with every field as it was sent', async () => {
    const { log, show } = await setUp();
    const sent = entrySample({
      status: 'Abort',
      primaryIssue: 'Other',
      otherDetail: '=cmd|"x"\n<b>',
      severity: 'Major visible',
      rootCause: 'Ops',
      actions: ['Reboot', 'Swap drone'],
      batteryId: 'B-01',
      delaySec: 0.1,
      commandRx: 'No',
      notes: '李雷\tsaid "clear"',
      ts: 1_795_192_621_352,
    });
    const logged = await log(sent);
    expect(logged).toMatchObject({ status: 201, body: { ...sent, version: 1 } });
    expect((await show()).entries).toEqual([logged.body]);
  });

  it('keeps a missing delay missing and a zero delay zero', async () => {
    const { log } = await setUp();
    expect((await log({ operator: 'a' })).body.delaySec).toBeNull();
    expect((await log({ operator: 'b', delaySec: 0 })).body.delaySec).toBe(0);
  });

  it('that breaks a rule is refused with the field', async () => {
    const { log } = await setUp();
    const refused = await log({ status: 'Abort' });
    expect(refused.status).toBe(400);
    expect(refused.problem.errors?.map(({ path }) => path)).toEqual(['primaryIssue', 'severity']);
  });

  it('of a show that is not there is refused', async () => {
    const { dispatcher } = await setUp();
    const params = { id: crypto.randomUUID() };
    const refused = await dispatcher.call(createEntry, { params, body: entrySample() });
    expect(refused).toMatchObject({ status: 404, problem: { error: 'Show not found' } });
  });

  it('raises the version of its show with every change', async () => {
    const { dispatcher, id, log, show } = await setUp();
    const { body: entry } = await log();
    expect((await show()).version).toBe(2);
    const params = { id, entryId: entry.id };
    await dispatcher.call(updateEntry, { params, body: { notes: 'x' } });
    expect((await show()).version).toBe(3);
    expect((await dispatcher.call(deleteEntry, { params })).status).toBe(204);
    expect(await show()).toMatchObject({ version: 4, entries: [] });
  });

  it('is all there when 40 are logged at the same instant', async () => {
    const { log, show } = await setUp();
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => log({ operator: `Pilot ${n}` })));
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(await show()).toMatchObject({ version: 41 });
    expect((await show()).entries).toHaveLength(40);
  });
});

describe('one entry for a pilot in a show', () => {
  it('holds when one pilot is logged 20 times at once, in different spellings', async () => {
    const { log, show } = await setUp();
    const spellings = ['Zoë', 'ZOË', ' zoë ', 'Zoe\u0308', 'ＺＯË'];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => log({ operator: spellings[n % spellings.length] })),
    );
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = outcomes.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(19);
    expect(refused[0]?.problem.error).toBe('Pilot already has an entry for this show.');
    expect((await show()).entries).toHaveLength(1);
  });

  it('holds when an entry is changed to another pilot', async () => {
    const { dispatcher, id, log } = await setUp();
    await log({ operator: 'Alex' });
    const { body } = await log({ operator: 'Nick' });
    const params = { id, entryId: body.id };
    const moved = await dispatcher.call(updateEntry, { params, body: { operator: 'ALEX' } });
    expect(moved).toMatchObject({ status: 409, problem: { code: 'entries.pilot_taken' } });
  });

  it('is judged alike by the contract and by PostgreSQL', async () => {
    const { server } = await setUp();
    const { db } = server.app.database;
    const names = fc.sample(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), 500);
    names.push('Straße', 'İstanbul', 'ΣΊΣΥΦΟΣ', 'ǆ', 'ŉ', 'ﬀ', '\u00a0x\u3000');
    const { rows } = await db.execute<{ name: string; key: string | null }>(sql`
      select name, nullif(lower(upper(btrim(normalize(name, NFKC), E' \\t\\n\\u000b\\f\\r\\u1680\\u2028\\u2029\\ufeff')
        collate "und-x-icu")), '') as key
      from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) name`);
    expect(rows.filter(({ name, key }) => (key ?? '') !== pilotKey(name))).toEqual([]);
  });
});

describe('a change of an entry', () => {
  it('touches only what it names, and the whole is judged', async () => {
    const { dispatcher, id, log } = await setUp();
    const { body } = await log({ notes: 'kept', delaySec: 3 });
    const params = { id, entryId: body.id };
    const changed = await dispatcher.call(updateEntry, { params, body: { delaySec: null } });
    expect(changed.body).toMatchObject({ notes: 'kept', delaySec: null, version: 2 });
    const broken = await dispatcher.call(updateEntry, { params, body: { launched: 'No' } });
    expect(broken.problem.errors?.map(({ path }) => path)).toEqual(['status']);
  });

  it('is made by one of ten who saw the same version; the others get the current record', async () => {
    const { dispatcher, id, log } = await setUp();
    const { body } = await log();
    const params = { id, entryId: body.id };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        dispatcher.call(updateEntry, { params, body: { notes: `writer ${n}` } }, { 'if-match': '"1"' }),
      ),
    );
    const winner = outcomes.filter(({ status }) => status === 200);
    expect(winner).toHaveLength(1);
    const losers = outcomes.filter(({ status }) => status === 412);
    expect(losers).toHaveLength(9);
    for (const { problem } of losers) expect(problem.current).toEqual(winner[0]?.body);
  });

  it('and a change of its show at the same instant are both kept', async () => {
    const { dispatcher, id, log, show } = await setUp();
    const { body } = await log();
    const outcomes = await Promise.all([
      dispatcher.call(updateShow, { params: { id }, body: { label: 'Renamed' } }),
      dispatcher.call(updateEntry, { params: { id, entryId: body.id }, body: { notes: 'noted' } }),
      log({ operator: 'Nick' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 201]);
    expect(await show()).toMatchObject({ label: 'Renamed', version: 5 });
    expect((await show()).entries.map(({ notes }) => notes).toSorted()).toEqual(['', 'noted']);
  });

  it('through another show is refused', async () => {
    const { dispatcher, log } = await setUp();
    const { body } = await log();
    const other = await makeShow(dispatcher);
    const params = { id: other.id, entryId: body.id };
    const refused = await dispatcher.call(updateEntry, { params, body: { notes: 'x' } });
    expect(refused).toMatchObject({ status: 404, problem: { error: 'Entry not found' } });
  });
});
