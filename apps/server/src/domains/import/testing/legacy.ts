import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(`${fixtures}/${name}`, 'utf8'));

interface LegacyShow {
  id: string;
  createdAt: number;
  entries: { id?: string; operator?: string; [field: string]: unknown }[];
  [field: string]: unknown;
}

/** What the old software answered, word for word. */
export const legacy: { archive: { shows: LegacyShow[] }; shows: { shows: LegacyShow[] }; staff: object } = {
  archive: read('archive.json'),
  shows: read('shows.json'),
  staff: read('staff.json'),
};

/** The offset of the database's clock under which the three live shows of the fixtures are live. */
export function atTheirTime(): string {
  const then = Date.UTC(2026, 10, 20, 20, 30);
  return `${Math.round((then - Date.now()) / 1000)} seconds`;
}

interface AnyShow {
  id: string;
  entries: { id?: string; delaySec?: unknown }[];
  deletedAt?: unknown;
}

/** Shows and their entries by id, without the zero that the old software wrote for "not deleted". */
export const sorted = (shows: readonly AnyShow[]): AnyShow[] =>
  shows
    .map((show) => {
      const { deletedAt, ...kept } = { ...show, entries: show.entries.toSorted(byId) };
      return deletedAt ? { ...kept, deletedAt } : kept;
    })
    .toSorted(byId);

const byId = (a: { id?: string }, b: { id?: string }) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1);

/** One show as the old software would have answered it today, with one entry. */
export function legacyShow(change: object = {}, entry: object = {}): LegacyShow {
  const [sample] = legacy.shows.shows;
  const [line] = sample?.entries ?? [];
  const now = Date.now();
  return {
    ...sample,
    id: crypto.randomUUID(),
    date: new Date(now).toISOString().slice(0, 10),
    createdAt: now,
    updatedAt: now,
    entries: [{ ...line, id: crypto.randomUUID(), ...entry }],
    ...change,
  };
}
