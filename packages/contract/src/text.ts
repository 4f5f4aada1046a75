import { z } from 'zod';

const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text that PostgreSQL can hold byte for byte: no NUL, no half of a surrogate pair. */
export const storable = (maximum: number) =>
  z
    .string()
    .max(maximum, { message: `Use at most ${maximum} characters` })
    .refine((value) => !unstorable.test(value), { message: 'Contains a character that cannot be stored' });

/** Storable text as people type it: trimmed. */
export const text = (maximum: number) => storable(maximum).trim();

/** Text that must not be blank after trimming; `message` is the sentence a person reads. */
export const required = (message: string, maximum = 200) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? message : undefined) })
    .pipe(text(maximum).min(1, { message }));

/** An id of ours: a UUID of any version, lower case. */
export const id = z.uuid({ message: 'Must be a UUID' }).toLowerCase();

/** The id in an address; a malformed one is the id of nothing, and `message` says so. */
export const idOf = (message: string) => z.uuid({ message }).toLowerCase();

/** A moment as epoch milliseconds, years 1970 to 9999. */
export const moment = z.int().min(0).max(253_402_300_799_999);

/** The same in an address, where all is text. */
export const momentInAddress = z.coerce.number().pipe(moment);

/** A person on a change: the user's id, or null where the system or an import made it. */
export const changedBy = z.uuid().nullable();

/** The version a PUT was based on; a stale one is refused with 412. */
export const version = z.int().min(1);
