import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import { isNull, sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { seedStaff } from '../domains/staff/index.ts';

/**
 * What a new database is given, once, and whether this was that once: the venue's time zone, and names on its empty rosters.
 * Of two servers that come up at once, the second waits for the row of the first, and finds it done.
 */
export async function setUpOnce(db: Db, timeZone: string, log: FastifyBaseLogger): Promise<boolean> {
  return db.transaction(async (db) => {
    const first = await db
      .update(appConfig)
      .set({ provisionedAt: sql`server_now()`, timeZone: await knownZone(db, timeZone) })
      .where(isNull(appConfig.provisionedAt))
      .returning({ timeZone: appConfig.timeZone });
    if (!first[0]) return false;
    const { crew, pilots, monkeyLeads } = await seedStaff(db);
    log.info(
      `[storage] PostgreSQL rosters seeded: ${crew} crew, ${pilots} pilots, ${monkeyLeads} monkey leads; time zone ${first[0].timeZone}`,
    );
    return true;
  });
}

/** PostgreSQL computes with its own list of zones; what it does not know cannot be the venue's. */
async function knownZone(db: Db, name: string): Promise<string> {
  const { rows } = await db.execute(sql`select from pg_timezone_names where name = ${name}`);
  return rows.length > 0 ? name : 'UTC';
}
