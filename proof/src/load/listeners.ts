import { setTimeout as pause } from 'node:timers/promises';
import { follow, type Reader } from '../history/reader.ts';

interface Options {
  count: number;
  url: () => string;
  token: string;
  comeBackMs?: () => number;
}

const moment = /"at":(\d+)/;

/** Many readers of the live stream who keep no more than whether they heard everything, in order, and how soon. */
export async function openListeners({ count, url, token, comeBackMs }: Options) {
  const delays: number[] = [];
  const faults: string[] = [];
  const heard = Array.from({ length: count }, () => 0);
  const last = Array.from({ length: count }, () => 0);
  const readers: Reader[] = [];

  function listen(number: number): Reader {
    const hear = ({ id, data }: { id: string; data: string }) => {
      const seq = Number(id);
      if (seq <= (last[number] ?? 0)) faults.push(`reader ${number} heard ${seq} after ${last[number]}`);
      last[number] = seq;
      heard[number] = (heard[number] ?? 0) + 1;
      // One in ten is enough to tell a percentile.
      if (number % 10 === 0) delays.push(Date.now() - Number(moment.exec(data)?.[1]));
    };
    return follow(url, token, { hear, ...(comeBackMs && { comeBackMs }) });
  }

  // They come in groups, so that nobody of them runs into a limit of the system.
  for (let number = 0; number < count; number += 1) {
    readers.push(listen(number));
    if (number % 50 === 49) await until(() => readers.every((reader) => reader.isListening()));
  }
  await until(() => readers.every((reader) => reader.isListening()));

  return {
    readers,
    delays,
    /** @returns for each reader that did not hear so many changes, what is wrong */
    async missing(changes: number, patienceMs = 30_000): Promise<string[]> {
      await until(() => heard.every((one) => one === changes), patienceMs);
      const wrong = heard.flatMap((one, number) =>
        one === changes ? [] : [`reader ${number} heard ${one} changes of ${changes}`],
      );
      return [...faults, ...wrong].map((one) => `readers: ${one}`);
    },
    close: () => Promise.all(readers.map((reader) => reader.stop())),
  };
}

export async function until(holds: () => boolean, longestMs = 60_000): Promise<void> {
  for (const end = Date.now() + longestMs; !holds() && Date.now() < end;) await pause(20);
}
