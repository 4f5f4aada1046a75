import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

const collator = new Intl.Collator('en', { sensitivity: 'variant' });

/** Trims, drops blanks and duplicates, sorts alphabetically: the order every roster has. */
export const tidyRoster = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].toSorted(
    (a, b) => collator.compare(a, b) || (a < b ? -1 : 1),
  );

const roster = z.array(text(200)).max(1_000);

/** The rosters: who may be chosen as crew, pilot (operator) and monkey lead. */
export const staff = z.strictObject({ crew: roster, pilots: roster, monkeyLeads: roster });
export type Staff = z.output<typeof staff>;

const tidyStaff = staff.transform((rosters) => ({
  crew: tidyRoster(rosters.crew),
  pilots: tidyRoster(rosters.pilots),
  monkeyLeads: tidyRoster(rosters.monkeyLeads),
}));

/** What an empty roster is seeded with when the database is first set up. */
export const defaultStaff: Staff = {
  crew: ['Alex', 'James', 'John Henery', 'Nazar', 'Nick', 'Robert'],
  pilots: ['Alex', 'James', 'John Henery', 'Nazar', 'Nick', 'Robert'],
  monkeyLeads: ['Bret', 'Cleo', 'Dallas', 'Leslie'],
};

export const readStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  access: 'viewer',
  summary: 'The rosters',
  response: staff,
});

export const replaceStaff = endpoint({
  method: 'PUT',
  path: '/api/staff',
  access: 'admin',
  summary: 'Replace the rosters',
  body: tidyStaff,
  response: staff,
});
