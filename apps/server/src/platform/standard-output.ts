import { writeSync } from 'node:fs';

/** Where lines of the log go; standard output unless a test says otherwise. */
export interface LogStream {
  write(text: string): void;
  /** What was written leaves now; pino asks for it after a fatal line. */
  flushSync?(): void;
}

/** Long enough for the lines of many requests to leave together, too short for whoever reads along to notice. */
const gatherMs = 10;
/** So much is kept for a reader that stands still; then lines are lost, and counted. */
const mostKept = 4 * 1_048_576;
/** At the end a slow reader is waited for, but not for ever. */
const patienceMs = 5;
const mostWaits = 400;
const nothing = new Int32Array(new SharedArrayBuffer(4));

let waiting = '';
/** What a pipe has not taken yet of what was last given to it. */
let rest = Buffer.alloc(0);
let lost = 0;
let isDue = false;

/** Writes what the reader takes now. @returns whether that was all */
function flush(): boolean {
  let bytes = rest.length > 0 ? Buffer.concat([rest, Buffer.from(waiting)]) : Buffer.from(waiting);
  waiting = '';
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(1, bytes));
  } catch (error) {
    // A disk that is full takes nothing; whoever reads the log may leave: the server stays.
    const isBusy = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
    rest = isBusy ? bytes : Buffer.alloc(0);
    return !isBusy;
  }
  rest = Buffer.alloc(0);
  return true;
}

/** The server never waits for a reader: what was not taken is offered again. */
function offerSoon(): void {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    if (!flush()) offerSoon();
  }, gatherMs).unref();
}

function flushSync(): void {
  for (let waits = 0; !flush() && waits < mostWaits; waits += 1) Atomics.wait(nothing, 0, 0, patienceMs);
}

/**
 * Standard output for the log: lines leave together, whole and in order, because a write of its own for each request took
 * a fifth of the server's time. What the end of the process finds here still leaves.
 */
export const standardOutput: Required<LogStream> = {
  write(text) {
    if (waiting.length + rest.length > mostKept) {
      lost += 1;
      return;
    }
    offerSoon();
    if (lost > 0)
      waiting += `${JSON.stringify({ level: 40, time: Date.now(), msg: `${lost} lines of the log were lost: whoever reads it does not keep up` })}\n`;
    lost = 0;
    waiting += text;
  },
  flushSync,
};

process.on('exit', flushSync);
