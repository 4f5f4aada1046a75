import { z } from 'zod';
import { calendarDate, timeOfDay } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { entry } from './entries.ts';
import { storageMeta, webhookSummary } from './storage.ts';
import { changedBy, id, idOf, required, text, version } from './text.ts';

const fields = z.strictObject({
  date: calendarDate,
  time: timeOfDay,
  label: required('Label is required'),
  crew: z.array(required('A crew name cannot be blank')).max(200),
  leadPilot: required('Lead pilot is required'),
  monkeyLead: required('Monkey lead is required'),
  notes: text(10_000),
});

/** A show as clients read it; `date` and `time` are the venue's, moments are epoch milliseconds. */
export const show = z.object({
  id: z.uuid(),
  date: z.string(),
  time: z.string(),
  label: z.string(),
  crew: z.array(z.string()),
  leadPilot: z.string(),
  monkeyLead: z.string(),
  notes: z.string(),
  entries: z.array(entry),
  createdAt: z.number(),
  updatedAt: z.number(),
  version: z.int(),
  createdBy: changedBy,
  updatedBy: changedBy,
});
export type Show = z.output<typeof show>;

export const newShow = fields.extend({
  id: id.optional(),
  crew: fields.shape.crew.default([]),
  notes: fields.shape.notes.default(''),
});
export type NewShow = z.output<typeof newShow>;

/** The fields to change; what is not named stays as it is. */
export const showChange = fields.partial().extend({ version: version.optional() });
export type ShowChange = z.output<typeof showChange>;

const params = z.object({ id: idOf('Show not found') });

export const listShows = endpoint({
  method: 'GET',
  path: '/api/shows',
  access: 'viewer',
  summary: 'The active shows with their entries, last changed first',
  response: z.object({
    storage: z.string(),
    storageMeta,
    webhook: webhookSummary,
    shows: z.array(show),
  }),
});

export const readShow = endpoint({
  method: 'GET',
  path: '/api/shows/:id',
  access: 'viewer',
  summary: 'One active show',
  params,
  response: show,
});

export const createShow = endpoint({
  method: 'POST',
  path: '/api/shows',
  access: 'dispatcher',
  summary: 'Create a show; at most five for a date',
  body: newShow,
  status: 201,
  response: show,
});

export const updateShow = endpoint({
  method: 'PUT',
  path: '/api/shows/:id',
  access: 'dispatcher',
  summary: 'Change the named fields of a show',
  params,
  body: showChange,
  response: show,
});
