import type { Presence } from '@monkey-tracker/contract/presence';

/** The first letters of a name, for a small sign: `GH` for Grace Hopper. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('');

/** The people on a show, each once, however many pages they have open; oneself is not among them. */
export function peopleOn(pages: readonly Presence[], showId: string, ownId: string): Presence['user'][] {
  const people = new Map<string, Presence['user']>();
  for (const page of pages)
    if (page.showId === showId && page.user.id !== ownId) people.set(page.user.id, page.user);
  return [...people.values()];
}

/** Who has a pilot's line open on another page. */
export const editorsOf = (pages: readonly Presence[], showId: string, pilot: string): string[] => [
  ...new Set(
    pages
      .filter((page) => page.showId === showId && page.editing === pilot)
      .map(({ user }) => user.displayName),
  ),
];
