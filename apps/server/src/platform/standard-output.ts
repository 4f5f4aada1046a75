/** Where lines of the log go; standard output unless a test says otherwise. */
export interface LogStream {
  write(text: string): void;
  /** What was written leaves now; pino asks for it after a fatal line. */
  flushSync?(): void;
}

/** Long enough for the lines of many requests to leave together, too short for whoever reads along to notice. */
const gatherMs = 10;
let waiting = '';

function flush(): void {
  if (waiting === '') return;
  const text = waiting;
  waiting = '';
  process.stdout.write(text);
}

/**
 * Standard output for the log: lines leave together, whole and in order, because a write of its own for each request took
 * a fifth of the server's time. What the end of the process finds here still leaves.
 */
export const standardOutput: Required<LogStream> = {
  write(text) {
    if (waiting === '') setTimeout(flush, gatherMs).unref();
    waiting += text;
  },
  flushSync: flush,
};

process.on('exit', flush);
// Whoever reads the log may leave; the server stays.
process.stdout.on('error', () => {});
