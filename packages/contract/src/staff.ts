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

/** All three, each trimmed, sorted and without duplicates. */
export const tidyStaff = ({ crew, pilots, monkeyLeads }: Staff): Staff => ({
  crew: tidyRoster(crew),
  pilots: tidyRoster(pilots),
  monkeyLeads: tidyRoster(monkeyLeads),
});

const replacement = staff.extend({
  /** What the person saw who changed them: then only their changes are made, and those of others stay. */
  basedOn: staff.optional(),
});

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
  body: replacement,
  response: staff,
});
export type StaffReplacement = z.output<typeof replaceStaff.body>;

/** How often a name stands in shows that are still planned or running, by the part that its person has. */
const use = z.object({
  roster: z.enum(['crew', 'pilots', 'monkeyLeads']),
  name: z.string(),
  shows: z.int(),
  /** The first of them to start. */
  next: z.object({ id: z.uuid(), date: z.string(), time: z.string(), label: z.string() }),
});
export type RosterUse = z.output<typeof use>;

export const readRosterUses = endpoint({
  method: 'GET',
  path: '/api/staff/uses',
  access: 'admin',
  summary: 'The names that active shows have, as crew, lead pilot or operator, and monkey lead',
  response: z.object({ uses: z.array(use) }),
});
