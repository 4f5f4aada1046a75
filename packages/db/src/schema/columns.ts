import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment with millisecond precision, as it goes over the wire. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A moment that the server's clock fills in. */
export const momentNow = (name: string) =>
  moment(name)
    .notNull()
    .default(sql`server_now()`);

/** A primary key, time-ordered; a client may bring its own. */
export const primaryId = () =>
  uuid('id')
    .primaryKey()
    .default(sql`uuid_v7()`);
