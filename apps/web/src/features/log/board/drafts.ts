/** The name under which what is typed about a pilot's line is kept until it is saved. */
export const draftOf = (showId: string, pilot: string): string => `entry.${showId}.${pilot}`;

/** The same for the units of pilots who are not logged yet. */
export const unitsDraftOf = (showId: string): string => `units.${showId}`;
