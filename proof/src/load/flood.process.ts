import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from '@monkey-tracker/bench/src/server/load/connection.ts';
import { type Load, requestsOf } from '@monkey-tracker/bench/src/server/load/request.ts';
import { quantile } from '@monkey-tracker/bench/src/server/spread.ts';
import { say, told } from '@monkey-tracker/bench/src/server/stage/told.ts';
import type { Flooded } from './flood.ts';

// Sends so many requests a second whether they are answered or not, as a crowd does; each of its connections waits for its
// own answer before it sends the next one.
const load = await told<Load>();
const { host, port, connections, seconds, pace = 1 } = load;
const next = requestsOf(load);
const statuses: Record<string, number> = {};
const times = { accepted: [] as number[], refused: [] as number[] };
const begun = performance.now();
const until = begun + seconds * 1_000;
let sent = 0;

async function member() {
  let connection = await openConnection(host, port);
  for (;;) {
    // From when it is due, not from when this connection was free for it: whoever has to wait, waits.
    const due = begun + (sent++ * 1_000) / pace;
    await wait(Math.max(0, due - performance.now()));
    if (due >= until || performance.now() >= until) break;
    const status = await connection.ask(next()).catch(() => 0);
    statuses[status] = (statuses[status] ?? 0) + 1;
    const kept = status < 300 && status > 0 ? times.accepted : times.refused;
    kept.push(performance.now() - due);
    if (status === 0) {
      connection.close();
      connection = await openConnection(host, port);
    }
  }
  connection.close();
}

await Promise.all(Array.from({ length: connections }, member));
const summary = (all: number[]) => ({ p50: quantile(all, 0.5), p99: quantile(all, 0.99) });
say({ statuses, accepted: summary(times.accepted), refused: summary(times.refused) } satisfies Flooded);
