import { once } from 'node:events';

/** What the process that started this one gives it to do. */
export async function told<Input>(): Promise<Input> {
  const [input] = await once(process, 'message');
  return input as Input;
}

export const say = (word: unknown) => void process.send?.(word);
