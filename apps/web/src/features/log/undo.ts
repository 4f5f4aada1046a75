import { notifyUndo } from '../../ui/notify.ts';

/** How the last changes of this page are taken back, the newest last. */
const steps: (() => void)[] = [];
const most = 20;

/** What is being done as one step, each part with how it is taken back. */
let parts: (() => void)[] | undefined;

/** Says what was done and offers, for a while, to take it back. */
export function offerUndo(done: string, takeBack: () => void): void {
  if (parts) {
    parts.push(takeBack);
    return;
  }
  const step = () => {
    const at = steps.indexOf(step);
    if (at === -1) return;
    steps.splice(at, 1);
    takeBack();
  };
  steps.push(step);
  if (steps.length > most) steps.shift();
  notifyUndo(done, step);
}

/** Does several changes as one, which is told and taken back as one. */
export function asOneStep(done: string, work: () => void): void {
  const all: (() => void)[] = [];
  parts = all;
  try {
    work();
  } finally {
    parts = undefined;
  }
  offerUndo(done, () => {
    for (const takeBack of all.toReversed()) takeBack();
  });
}

/** Takes back the last change that was made here. Returns whether there was one. */
export function undoLast(): boolean {
  const last = steps.at(-1);
  last?.();
  return last !== undefined;
}
