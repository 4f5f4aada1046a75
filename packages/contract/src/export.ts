import { z } from 'zod';
import { calendarDate } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { idOf } from './text.ts';

export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportScopes = ['live', 'archive', 'all'] as const;
export type ExportScope = (typeof exportScopes)[number];

const form = z.strictObject({
  format: z.enum(exportFormats).default('csv'),
  /** The 24 columns that old tables expect, or every field and time. JSON always has all. */
  columns: z.enum(['standard', 'all']).default('standard'),
  /** Whether a CSV file begins with a byte order mark, which older Excel needs to see UTF-8. */
  bom: z.stringbool().default(false),
});

/** How many entries a file of entries has, for a page that shows how far a download is. */
export const entriesTotalHeader = 'x-entries-total';

export const exportEntries = endpoint({
  method: 'GET',
  path: '/api/export/entries',
  access: 'dispatcher',
  summary: 'The entries of all shows between two dates as CSV, JSON (importable again) or XLSX',
  query: form.extend({
    from: calendarDate.optional(),
    to: calendarDate.optional(),
    scope: z.enum(exportScopes).default('all'),
  }),
  response: z.void(),
  file: true,
});
export type EntriesExport = z.output<typeof exportEntries.query>;

export const exportShow = endpoint({
  method: 'GET',
  path: '/api/export/shows/:id',
  access: 'dispatcher',
  summary: 'One show, live or archived, as CSV, JSON (importable again) or XLSX',
  params: z.object({ id: idOf('Show not found') }),
  query: form,
  response: z.void(),
  file: true,
});
export type ShowExport = z.output<typeof exportShow.query>;
