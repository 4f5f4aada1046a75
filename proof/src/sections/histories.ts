import { losesOneIn, openFaultyVenue } from '../faults/venue.ts';
import { check } from '../history/check.ts';
import type { History } from '../history/record.ts';
import { act } from '../history/run.ts';
import { type Finding, type Setting, table } from './section.ts';

export const people = { clients: 12, readers: 9 };
const evenings = [1, 2, 3];
const eveningMs = 120_000;

export const head = [
  'requests',
  'acknowledged',
  'without an answer',
  'changes in the log',
  'broken promises',
];

/** How much there was to judge. */
export function amounts({ deeds, log }: History): number[] {
  const acknowledged = deeds.filter(({ told }) => told && told.status < 300).length;
  const dark = deeds.filter(({ told }) => told === undefined).length;
  return [deeds.length, acknowledged, dark, log.length];
}

/** People at work on one, two and three servers while nothing breaks but answers that get lost. */
export async function histories({ seed, share, progress }: Setting): Promise<Finding> {
  const rows: (string | number)[][] = [];
  const broken: string[] = [];
  for (const servers of evenings) {
    const venue = await openFaultyVenue(servers, { losesOneIn });
    try {
      const until = AbortSignal.timeout(Math.round(eveningMs * share));
      const onProgress = (deeds: number) => progress(`${servers} servers: ${deeds} deeds`);
      const history = await act(venue, { seed, ...people, until, onProgress });
      const found = [...check(history), ...venue.unexpected.map((one) => `answer: ${one}`)];
      broken.push(...found.map((one) => `${servers} servers: ${one}`));
      rows.push([servers, ...amounts(history), found.length]);
    } finally {
      await venue.close();
    }
  }
  const text = `${people.clients} clients and ${people.readers} readers, ${(eveningMs * share) / 1_000} s each, seed ${seed}.\n\n`;
  return { text: text + table(['servers', ...head], rows), broken };
}
