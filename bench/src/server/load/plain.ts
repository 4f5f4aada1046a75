import { startTask } from '../stage/task.ts';

/** `node:http` in a process of its own, that serves these bytes and knows nothing else. */
export async function startPlain(bytes: string) {
  const task = startTask<number>('load/plain.process.ts', bytes);
  return { port: await task.hear(), end: task.end };
}
