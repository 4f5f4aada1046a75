import { headOf, lineOf, type Sample } from './exposition.ts';
import { createHistogram } from './histogram.ts';
import { createProcessFigures } from './process-figures.ts';

interface Gauge {
  name: string;
  help: string;
  read: () => Sample[];
}

/** One server's metrics. Names of ours begin with `mt_`; times are seconds, as Prometheus has it. */
export function createInstruments() {
  const ofProcess = createProcessFigures();
  const gauges: Gauge[] = [];
  const requests = createHistogram(
    'mt_http_request_duration_seconds',
    'How long requests took, by route and status',
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  );

  function textOf({ name, help, read }: Gauge): string {
    const samples = read();
    if (samples.length === 0) return '';
    return headOf(name, help, 'gauge') + samples.map((sample) => lineOf(name, sample)).join('');
  }

  return {
    observe: requests.observe,
    /** A number that is read when Prometheus asks; without a sample it is left out. */
    gauge: (name: string, help: string, read: () => Sample[]): void => void gauges.push({ name, help, read }),
    text: () => requests.text() + gauges.map(textOf).join('') + ofProcess.text(),
    stop: ofProcess.stop,
  };
}
export type Instruments = ReturnType<typeof createInstruments>;
