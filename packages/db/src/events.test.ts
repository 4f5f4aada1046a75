import type pg from 'pg';
import { expect, it } from 'vitest';
import { withClient } from './single-client.ts';
import { createTestDatabase } from './testing/database.ts';

const append = (client: pg.Client, count: number) =>
  client.query(
    `insert into events (seq, at, type, after, prev_hash, hash)
     select 0, 'epoch', 'user.updated', json_build_object('n', n), '', '' from generate_series(1, $1::int) n`,
    [count],
  );
const verified = async (client: pg.Client) =>
  (await client.query('select events_count::int, broken_at from verify_events()')).rows[0];

it('many events of one transaction do not look through all of the log’s head for the newest', async () => {
  await withClient(await createTestDatabase(), async (client) => {
    await client.query('begin');
    await append(client, 100);
    const { rows } = await client.query(
      `select (seq_scan + idx_scan)::int as scans from pg_stat_xact_user_tables where relname = 'event_head'`,
    );
    await client.query('commit');
    expect(rows[0].scans).toBe(1);
    expect(await verified(client)).toEqual({ events_count: 100, broken_at: null });
  });
});

it('the chain stays whole where a transaction takes some back, others write, or somebody says where the head is', async () => {
  const parts = await createTestDatabase();
  await withClient(parts, async (client) => {
    await client.query('begin; savepoint before');
    await append(client, 3);
    await client.query('rollback to before');
    await append(client, 2);
    const other = withClient(parts, (second) => append(second, 2));
    await client.query('commit');
    await other;
    for (const place of ['(0,1)', '(9999,1)']) {
      await client.query(`begin; set local monkey_tracker.head_place = '${place}'`);
      await append(client, 2);
      await client.query('commit');
    }
    expect(await verified(client)).toEqual({ events_count: 8, broken_at: null });
  });
});
