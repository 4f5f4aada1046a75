import { Problem } from './problem.ts';

const busy = () =>
  new Problem(503, 'passwords.busy', 'Too many people are signing in at this moment. Try again shortly.', {
    retryAfterSec: 5,
  });

/** Runs so many works at once and lets so many more wait; the rest is refused at once. */
export function boundedQueue(limits: { atOnce: number; waiting: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function queued<T>(work: () => Promise<T>): Promise<T> {
    if (running < limits.atOnce) running += 1;
    else if (waiting.length >= limits.waiting) throw busy();
    // Whoever ends hands the place over, so that nobody overtakes.
    else await new Promise<void>((takePlace) => void waiting.push(takePlace));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }
  return Object.assign(queued, { load: () => ({ running, waiting: waiting.length }) });
}
