import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of its own beside ours, so that measuring takes no time from what is measured. */
export interface Task<Said> {
  /** The next thing that it says. */
  hear(): Promise<Said>;
  tell(word: unknown): void;
  end(): Promise<void>;
}

/** Starts a module, by its place in the bench or its URL, as a process and gives it its input. @throws Error where it ends before it spoke. */
export function startTask<Said>(module: string, input: unknown): Task<Said> {
  const child = fork(fileURLToPath(new URL(module, new URL('../', import.meta.url))));
  const exited = once(child, 'exit');
  const heard: Said[] = [];
  let listener: ((said: Said) => void) | undefined;
  child.on('message', (said) => {
    if (listener) listener(said as Said);
    else heard.push(said as Said);
    listener = undefined;
  });
  child.send(input as object);
  return {
    hear() {
      const said = heard.shift();
      if (said !== undefined) return Promise.resolve(said);
      const spoken = new Promise<Said>((resolve) => (listener = resolve));
      const over = exited.then(([code]) => {
        throw new Error(`${module} ended with ${String(code)}`);
      });
      return Promise.race([spoken, over]);
    },
    tell: (word) => void child.send(word as object),
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Runs a module of the bench to its one answer. */
export async function runTask<Said>(module: string, input: unknown): Promise<Said> {
  const task = startTask<Said>(module, input);
  try {
    return await task.hear();
  } finally {
    await task.end();
  }
}
