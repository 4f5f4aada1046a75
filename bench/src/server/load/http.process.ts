import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../spread.ts';
import { say, told } from '../stage/told.ts';
import { openConnection } from './connection.ts';
import { type Load, type Outcome, requestsOf } from './request.ts';

const load = await told<Load>();
const { host, port, connections, seconds, pace } = load;
const next = requestsOf(load);
const open = await Promise.all(Array.from({ length: connections }, () => openConnection(host, port)));
const latencies: number[] = [];
let refused = 0;
let sent = 0;
const begun = performance.now();
const until = begun + seconds * 1_000;

await Promise.all(
  open.map(async (connection) => {
    for (;;) {
      if (pace !== undefined) await wait(Math.max(0, begun + (sent++ * 1_000) / pace - performance.now()));
      const started = performance.now();
      if (started >= until) break;
      const status = await connection.ask(next());
      latencies.push(performance.now() - started);
      if (status >= 300) refused += 1;
    }
    connection.close();
  }),
);

say({
  perSecond: (latencies.length - refused) / ((performance.now() - begun) / 1_000),
  answers: latencies.length,
  refused,
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
} satisfies Outcome);
