import { notifyUndo } from '../../ui/notify.ts';

/** How the last changes of this page are taken back, the newest last. */
const steps: (() => void)[] = [];
const most = 20;

/** Says what was done and offers, for a while, to take it back. */
export function offerUndo(done: string, takeBack: () => void): void {
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

/** Takes back the last change that was made here. Returns whether there was one. @public */
export function undoLast(): boolean {
  const last = steps.at(-1);
  last?.();
  return last !== undefined;
}
