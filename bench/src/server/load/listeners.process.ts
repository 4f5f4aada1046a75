import { once } from 'node:events';
import { connect } from 'node:net';
import { quantile } from '../spread.ts';
import { say, told } from '../stage/told.ts';
import type { Heard, Listening } from './listeners.ts';

/** Enough of them to name a percentile; the rest is counted only. */
const kept = 2_000_000;
const mark = Buffer.from('data: {"seq":');
const moment = Buffer.from('"at":');
const type = Buffer.from('"type":"');
/** Other things happen too, such as a sweep that runs by the clock. */
const written = 'entry.created';

const { host, port, token, count } = await told<Listening>();
const latencies: number[] = [];
let events = 0;
let closed = 0;

/** Reads one stream, and of each event no more than when the log says that it happened. */
async function listen() {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  socket.write(`GET /api/events HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  let rest: Buffer = Buffer.alloc(0);
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const now = performance.timeOrigin + performance.now();
      let from = 0;
      for (;;) {
        const start = bytes.indexOf(mark, from);
        const end = start < 0 ? -1 : bytes.indexOf(type, start) + type.length;
        if (end < type.length || bytes.length < end + written.length) {
          rest =
            start < 0
              ? bytes.subarray(Math.max(from, bytes.length - mark.length + 1))
              : bytes.subarray(start);
          break;
        }
        from = end;
        if (bytes.toString('latin1', end, end + written.length) !== written) continue;
        events += 1;
        const at = Number.parseInt(
          bytes.toString('latin1', bytes.indexOf(moment, start) + moment.length, end),
          10,
        );
        if (latencies.length < kept) latencies.push(now - at);
      }
      if (chunk.includes('event: ready')) resolve();
    });
    socket.on('error', () => {});
    socket.on('close', () => (closed += 1));
  });
}

// A crowd that comes in groups, so that nobody of it runs into a limit of the system.
const group = 50;
for (let open = 0; open < count; open += group)
  await Promise.all(Array.from({ length: Math.min(group, count - open) }, listen));

process.on('message', () => {
  say({ events, closed, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) } satisfies Heard);
});
say('ready');
