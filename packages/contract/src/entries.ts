import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { changedBy, id, idOf, moment, required, text, version } from './text.ts';
import { actions, primaryIssues, rootCauses, severities, statuses, yesNo } from './values.ts';

const closed = <const V extends readonly [string, ...string[]]>(values: V, message: string) =>
  z.enum(values, { error: (issue) => (issue.input === undefined ? message : undefined) });

const orEmpty = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(['', ...values]);

const fields = z.strictObject({
  ts: moment,
  unitId: required('Unit is required', 100),
  planned: closed(yesNo, 'Planned is required'),
  launched: closed(yesNo, 'Launched is required'),
  status: closed(statuses, 'Status is required'),
  primaryIssue: orEmpty(primaryIssues),
  subIssue: text(100),
  otherDetail: text(2_000),
  severity: orEmpty(severities),
  rootCause: orEmpty(rootCauses),
  actions: z.array(z.enum(actions)).max(actions.length),
  operator: required('Operator is required', 200),
  batteryId: text(100),
  delaySec: z.number().min(0, { message: 'Delay must be 0 or more seconds' }).max(1_000_000_000).nullable(),
  commandRx: orEmpty(yesNo),
  notes: text(10_000),
});

/** What people fill in of an entry; parsing strips everything else from a whole one. */
export const entryFields = z.object(fields.omit({ ts: true }).shape);
export type EntryFields = z.output<typeof entryFields>;

/** One pilot's line in one show. */
export const entry = z.object({
  id: z.uuid(),
  ...fields.shape,
  version: z.int(),
  createdBy: changedBy,
  updatedBy: changedBy,
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Entry = z.output<typeof entry>;

/** What a new entry needs; all that is optional has the value of an untouched form. */
export const newEntry = fields.extend({
  id: id.optional(),
  ts: moment.optional(),
  primaryIssue: fields.shape.primaryIssue.default(''),
  subIssue: fields.shape.subIssue.default(''),
  otherDetail: fields.shape.otherDetail.default(''),
  severity: fields.shape.severity.default(''),
  rootCause: fields.shape.rootCause.default(''),
  actions: fields.shape.actions.default([]),
  batteryId: fields.shape.batteryId.default(''),
  delaySec: fields.shape.delaySec.default(null),
  commandRx: fields.shape.commandRx.default(''),
  notes: fields.shape.notes.default(''),
});
export type NewEntry = z.output<typeof newEntry>;

/** The fields to change; what is not named stays as it is. */
export const entryChange = fields.partial().extend({ version: version.optional() });
export type EntryChange = z.output<typeof entryChange>;

const showParams = z.object({ id: idOf('Show not found') });
const entryParams = showParams.extend({ entryId: idOf('Entry not found') });

export const createEntry = endpoint({
  method: 'POST',
  path: '/api/shows/:id/entries',
  access: 'dispatcher',
  summary: "Log one pilot's line in a show",
  params: showParams,
  body: newEntry,
  status: 201,
  response: entry,
});

export const updateEntry = endpoint({
  method: 'PUT',
  path: '/api/shows/:id/entries/:entryId',
  access: 'dispatcher',
  summary: 'Change the named fields of an entry',
  params: entryParams,
  body: entryChange,
  response: entry,
});

export const deleteEntry = endpoint({
  method: 'DELETE',
  path: '/api/shows/:id/entries/:entryId',
  access: 'dispatcher',
  summary: 'Delete an entry',
  params: entryParams,
  status: 204,
  response: z.void(),
});
