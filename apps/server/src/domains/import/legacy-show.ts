import { judgeEntry } from '@monkey-tracker/contract/entry-rules';
import { calendarDate, timeOfDay } from '@monkey-tracker/contract/calendar';
import { entry } from '@monkey-tracker/contract/entries';
import { id, moment, storable } from '@monkey-tracker/contract/text';
import { z } from 'zod';
import { isStorable } from './storable-json.ts';

/** What the old software left out or set to null has the value of an untouched form. */
const orElse = <S extends z.ZodType, V>(schema: S, value: V) =>
  schema.nullish().transform((given) => given ?? value);

/** Text as it was, blanks at its ends included. */
const filled = (name: string) =>
  storable(200).refine((value) => value.trim() !== '', { message: `${name} is required` });

const version = z.int().min(1).max(2_147_483_647).default(1);
/** Who made it; whether the person is known here, the database asks where it matters. */
const person = orElse(z.uuid().nullable(), null).catch(null);

const entryFields = {
  id,
  ts: moment,
  unitId: filled('Unit'),
  planned: entry.shape.planned,
  launched: entry.shape.launched,
  status: entry.shape.status,
  primaryIssue: orElse(entry.shape.primaryIssue, '' as const),
  subIssue: orElse(storable(100), ''),
  otherDetail: orElse(storable(2_000), ''),
  severity: orElse(entry.shape.severity, '' as const),
  rootCause: orElse(entry.shape.rootCause, '' as const),
  actions: orElse(entry.shape.actions, []),
  operator: filled('Operator'),
  batteryId: orElse(storable(100), ''),
  delaySec: orElse(entry.shape.delaySec, null),
  commandRx: orElse(entry.shape.commandRx, '' as const),
  notes: orElse(storable(10_000), ''),
  version,
  createdBy: person,
  updatedBy: person,
  createdAt: moment.optional(),
  updatedAt: moment.optional(),
};

const ours = <T extends { ts: number; createdAt?: number; updatedAt?: number }>(record: T) => ({
  ...record,
  createdAt: record.createdAt ?? record.ts,
  updatedAt: record.updatedAt ?? record.ts,
});

const showFields = {
  id,
  date: calendarDate,
  time: timeOfDay,
  label: filled('Label'),
  crew: orElse(z.array(storable(200)).max(200), []),
  leadPilot: filled('Lead pilot'),
  monkeyLead: filled('Monkey lead'),
  notes: orElse(storable(10_000), ''),
  createdAt: moment,
  updatedAt: moment.optional(),
  version,
  createdBy: person,
  updatedBy: person,
};

const distinctIds = (entries: { id: string }[]) =>
  new Set(entries.map((one) => one.id)).size === entries.length;
const entriesOf = <E extends z.ZodType<{ id: string }>>(one: E) =>
  orElse(z.array(one).max(10_000), []).refine(distinctIds, { message: 'Two entries have the same id' });

const whole = <T extends { createdAt: number; updatedAt?: number }>(record: T) => ({
  ...record,
  updatedAt: record.updatedAt ?? record.createdAt,
});

/** An archived show is history: what we do not know stays in its snapshot. */
export const archivedRecord = z
  .looseObject({
    ...showFields,
    entries: entriesOf(z.looseObject(entryFields).transform(ours)),
    archivedAt: moment,
    deletedAt: orElse(moment, 0),
  })
  .refine(isStorable, { message: 'Contains a character that cannot be stored, or is nested too deep' })
  .transform(whole);

/** A live show goes on being worked with: it keeps the rules, and nothing in it may get lost. */
export const liveRecord = z
  .strictObject({
    ...showFields,
    entries: entriesOf(
      z
        .strictObject(entryFields)
        .superRefine((one, context) => {
          for (const { field, message } of judgeEntry(one))
            context.addIssue({ code: 'custom', path: [field], message });
        })
        .transform(ours),
    ),
  })
  .transform(whole);

export type ArchivedRecord = z.output<typeof archivedRecord>;
export type LiveRecord = z.output<typeof liveRecord>;
