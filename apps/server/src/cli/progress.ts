import { progress } from '@clack/prompts';

type Work<T> = (onProgress: (done: number, total: number) => void) => Promise<T>;

interface Bar {
  what: string;
  /** What is counted. */
  unit: string;
  quiet: boolean;
}

/** Runs work behind a bar, where somebody is watching. */
export async function withProgress<T>({ what, unit, quiet }: Bar, work: Work<T>): Promise<T> {
  if (quiet || !process.stdout.isTTY) return work(() => undefined);
  const bar = progress({ max: 100 });
  bar.start(what);
  let shown = 0;
  try {
    const result = await work((done, total) => {
      const percent = Math.floor((done / total) * 100);
      bar.advance(percent - shown, `${what} ${done} of ${total} ${unit}`);
      shown = percent;
    });
    bar.stop(`${what}: done`);
    return result;
  } catch (error) {
    bar.error(`${what}: failed`);
    throw error;
  }
}
