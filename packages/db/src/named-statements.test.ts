import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from './client.ts';
import { silentLog } from './log.ts';
import { createTestDatabase } from './testing/database.ts';

async function setUp() {
  const database = openDatabase({ ...(await createTestDatabase()), poolMax: 1 }, silentLog);
  onTestFinished(() => database.close());
  const kept = async () => {
    const { rows } = await database.pool.query(
      'select statement, generic_plans + custom_plans as runs from pg_prepared_statements',
    );
    return rows as { statement: string; runs: string }[];
  };
  return { ...database, kept };
}

describe('a statement', () => {
  it('that is asked often is prepared once on its connection, and answers with the values of each time', async () => {
    const { db, kept } = await setUp();
    const answers = [];
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const { rows } = await db.execute<{ n: number }>(sql`select ${n}::int as n`);
      answers.push(rows[0]?.n);
    }
    expect(answers).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await kept()).toMatchObject([{ statement: 'select $1::int as n', runs: '3' }]);
  });

  it('of which there are ever new ones is not kept', async () => {
    const { db, kept } = await setUp();
    for (const n of [1, 2, 3, 4, 5, 6]) await db.execute(sql.raw(`select ${n} as rare`));
    expect((await kept()).filter(({ statement }) => statement.includes('rare'))).toEqual([]);
  });

  it('that failed when it was first prepared is prepared again once it can be', async () => {
    const { db } = await setUp();
    const ask = () => db.execute(sql`select count(*)::int as n from made_later where n > ${0}`);
    for (let time = 0; time < 5; time += 1) await expect(ask()).rejects.toThrow();
    await db.execute(sql`create table made_later (n int)`);
    expect((await ask()).rows).toEqual([{ n: 0 }]);
  });
});
