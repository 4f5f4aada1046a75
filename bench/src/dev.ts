import { openStage } from './server/stage/stage.ts';
import { seedWrittenShows } from './server/stage/shows.ts';
import { recordStatements } from './server/reference/record.ts';
import { replacements, someNumbers, standIns } from './server/reference/stand-ins.ts';
import { entrySample } from './server/load/request.ts';
import pg from 'pg';
import { toPoolConfig } from '@monkey-tracker/db/connection';
const stage = await openStage(100);
try {
  await seedWrittenShows(stage.database.db);
  const token = await stage.token();
  const { entryId, key, operator, showId } = standIns;
  const ask = { method: 'POST', url: `/api/shows/${showId}/entries`, headers: { authorization: `Bearer ${token}` } } as const;
  const st = await recordStatements(stage.parts, [
    { ...ask, headers: { ...ask.headers, 'idempotency-key': 'x1' }, body: { ...entrySample, operator: 'S' } },
    { ...ask, headers: { ...ask.headers, 'idempotency-key': key }, body: { ...entrySample, id: entryId, operator } },
  ]);
  const c = new pg.Client(toPoolConfig(stage.parts)); await c.connect();
  const t: number[] = st.map(() => 0);
  for (let i = 0; i < 600; i++) {
    const n = someNumbers();
    for (const [k, { text, values }] of st.entries()) {
      const v = values.map((x) => typeof x === 'string' ? replacements.reduce((s, { from, of }) => s.replaceAll(from, of(n)), x) : x);
      const a = performance.now();
      await (v.length ? c.query({ name: `n${k}`, text, values: v }) : c.query(text));
      if (i >= 100) t[k]! += performance.now() - a;
    }
  }
  st.forEach(({ text }, k) => console.log((t[k]! / 500).toFixed(3), text.replace(/\s+/g, ' ').slice(0, 90)));
  await c.end();
} finally { await stage.close(); }
