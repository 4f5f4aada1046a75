import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allows, roles } from '@monkey-tracker/contract/endpoint';
import { readAllowList } from '@monkey-tracker/server/src/platform/egress.rules.ts';
import { allEndpoints } from '@monkey-tracker/server/src/testing/endpoints.ts';
import { testApp } from '@monkey-tracker/server/src/testing/app.ts';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { compose } from './compose.ts';
import { judge } from './judge.ts';
import { whatIsNeeded } from './needs.ts';
import { goodPlansFor, type Plan, plansFor } from './plans.ts';
import { Surroundings } from './surroundings.ts';
import { named, Tally } from './tally.ts';
import { watchTables } from './watch.ts';

/** How many requests to each endpoint and identity; more with HOSTILE_RUNS. */
const runs = Number(process.env.HOSTILE_RUNS ?? 3);

/** A mail server that nothing is sent to, because the test delivers nothing. */
const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'tracker@example.org' };

/** What cannot succeed here: there is an administrator already. */
const impossible = ['POST /api/auth/setup'];
/** Slow ones are asked less often: a backup copies everything. */
const slow: Record<string, number> = { 'POST /api/backups': 3, 'POST /api/demo': 3 };

/** The demo fills only a venue without shows: it is asked while there are none. */
const endpoints = allEndpoints.toSorted(
  (a, b) => Number(b.path === '/api/demo') - Number(a.path === '/api/demo'),
);

async function openBench(held: (typeof roles)[number] | null) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'mt-hostile-'));
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const server = await testApp({
    resolve: async () => ['127.0.0.1'],
    environment: {
      DATA_DIR,
      BACKUP_AT: '03:30',
      ...mail,
      WEBHOOK_ALLOW_HOSTS: readAllowList('hook.example:9'),
    },
    // The answers themselves are judged, not what a check leaves of them.
    checkAnswers: false,
  });
  return { server, held, mark: await watchTables(server), around: await Surroundings.of(server) };
}

it.each([null, ...roles])(
  'whatever %s sends to any route is answered as the contract says, never by a failure, and a refusal changes nothing',
  async (held) => {
    const bench = await openBench(held);
    const { server, around } = bench;
    const strange: string[] = [crypto.randomUUID()];
    const tally = new Tally();
    for (const endpoint of endpoints) {
      const allowed = allows(endpoint.access, held && [held]);
      // Someone new for each endpoint: some of them end the session.
      const anybody = held === null ? undefined : await server.as(held);
      const attempt = async (plan: Plan) => {
        const needed = allowed && plan.kind !== 'wild' ? await whatIsNeeded(endpoint, around, held) : {};
        const request = compose(endpoint, plan, needed, strange.slice(-4));
        const status = await judge(
          bench,
          endpoint,
          request,
          held === null ? undefined : (needed.as ?? anybody),
        );
        tally.count(endpoint, allowed && plan.kind === 'good', status);
        strange.push(...Object.values(needed.params ?? {}));
        await around.forgive();
      };
      const numRuns = slow[named(endpoint)] ?? runs;
      await fc.assert(fc.asyncProperty(plansFor(endpoint), attempt), { numRuns: allowed ? numRuns : 1 });
      if (!allowed || impossible.includes(named(endpoint))) continue;
      // The test does not sleep: what can succeed does, after a few tries.
      const tries = fc.sample(goodPlansFor(endpoint), 30);
      while (tally.of(endpoint).succeeded === 0 && tries.length > 0) await attempt(tries.pop() as Plan);
      expect(tally.of(endpoint).succeeded, `successes of ${named(endpoint)}`).toBeGreaterThan(0);
    }
    const { sent, good, succeeded } = tally.total();
    if (process.env.HOSTILE_RUNS !== undefined)
      process.stderr.write(`${held}: ${sent} requests, ${succeeded} of ${good} good ones succeeded\n`);
    expect(succeeded / good).toBeGreaterThan(0.5);
  },
  3_600_000,
);
