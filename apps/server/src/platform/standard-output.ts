import { writeSync } from 'node:fs';

/** Where lines of the log go; standard output unless a test says otherwise. */
export interface LogStream {
  write(text: string): void;
  /** What was written leaves now; pino asks for it after a fatal line. */
  flushSync?(): void;
}

/** Long enough for the lines of many requests to leave together, too short for whoever reads along to notice. */
const gatherMs = 10;
/** How soon a reader is tried again that does not keep up. */
const patienceMs = 5;
const nothing = new Int32Array(new SharedArrayBuffer(4));
let waiting = '';

/** Writes all of it, and waits for a slow reader: `process.stdout` would lose what a pipe does not take before the end. */
function flush(): void {
  let bytes = Buffer.from(waiting);
  waiting = '';
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      // Whoever reads the log may leave; the server stays.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
      Atomics.wait(nothing, 0, 0, patienceMs);
    }
  }
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
