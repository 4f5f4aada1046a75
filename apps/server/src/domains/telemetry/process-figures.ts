import { monitorEventLoopDelay } from 'node:perf_hooks';
import { headOf, lineOf } from './exposition.ts';

/** What Node knows of itself, under the names that dashboards expect. */
export function createProcessFigures() {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();

  function text(): string {
    const { rss, heapUsed, heapTotal } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
    const figures = [
      ['process_resident_memory_bytes', 'Memory of the process', 'gauge', rss],
      ['nodejs_heap_size_used_bytes', 'Heap in use', 'gauge', heapUsed],
      ['nodejs_heap_size_total_bytes', 'Heap', 'gauge', heapTotal],
      ['process_cpu_seconds_total', 'Processor time', 'counter', (user + system) / 1e6],
      ['process_start_time_seconds', 'When the process began', 'gauge', Date.now() / 1e3 - process.uptime()],
      [
        'nodejs_eventloop_lag_p99_seconds',
        'Event-loop lag since the last reading',
        'gauge',
        seconds(delay.percentile(99)),
      ],
      ['nodejs_eventloop_lag_max_seconds', 'Its longest', 'gauge', seconds(delay.max)],
    ] as const;
    delay.reset();
    return figures
      .map(([name, help, type, value]) => headOf(name, help, type) + lineOf(name, { value }))
      .join('');
  }

  return { text, stop: () => delay.disable() };
}
