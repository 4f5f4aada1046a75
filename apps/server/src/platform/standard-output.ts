/** Where lines of the log go; standard output unless a test says otherwise. */
export interface LogStream {
  write(text: string): void;
  /** What was written leaves now; pino asks for it after a fatal line. */
  flushSync?(): void;
}

/** What the lines of this turn of the event loop come to. */
let waiting = '';

function flush(): void {
  if (waiting === '') return;
  const text = waiting;
  waiting = '';
  process.stdout.write(text);
}

/**
 * Standard output for the log: all that is written in one turn of the event loop leaves together when it ends, whole and
 * in order, because a write of its own for each request took a fifth of the server's time. Nothing waits longer, and what
 * an end of the process finds here still leaves.
 */
export const standardOutput: Required<LogStream> = {
  write(text) {
    if (waiting === '') setImmediate(flush);
    waiting += text;
  },
  flushSync: flush,
};

process.on('exit', flush);
// Whoever reads the log may leave; the server stays.
process.stdout.on('error', () => {});
