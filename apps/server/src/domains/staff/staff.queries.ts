import type { RosterUse, Staff } from '@monkey-tracker/contract/staff';
import type { Db } from '@monkey-tracker/db/client';
import { monkeyLeads, staff } from '@monkey-tracker/db/schema/staff';
import { and, eq, inArray, sql } from 'drizzle-orm';

type RosterName = keyof Staff;
export const rosterNames: readonly RosterName[] = ['crew', 'pilots', 'monkeyLeads'];

const roleOf = { crew: 'crew', pilots: 'pilot' } as const;

/** One writer of the rosters at a time; readers are not held up. */
export async function lockRosters(db: Db): Promise<void> {
  await db.execute(sql`lock table ${staff}, ${monkeyLeads} in share row exclusive mode`);
}

export async function readRosters(db: Db): Promise<Staff> {
  const people = await db.select({ name: staff.name, role: staff.role }).from(staff);
  const leads = await db.select({ name: monkeyLeads.name }).from(monkeyLeads);
  return {
    crew: people.filter((one) => one.role === 'crew').map((one) => one.name),
    pilots: people.filter((one) => one.role === 'pilot').map((one) => one.name),
    monkeyLeads: leads.map((one) => one.name),
  };
}

export async function add(db: Db, roster: RosterName, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  if (roster === 'monkeyLeads') await db.insert(monkeyLeads).values(names.map((name) => ({ name })));
  else await db.insert(staff).values(names.map((name) => ({ name, role: roleOf[roster] })));
}

export async function remove(db: Db, roster: RosterName, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  if (roster === 'monkeyLeads') await db.delete(monkeyLeads).where(inArray(monkeyLeads.name, [...names]));
  else await db.delete(staff).where(and(eq(staff.role, roleOf[roster]), inArray(staff.name, [...names])));
}

/** Names in active shows: what would be missed if they left a roster. */
export async function readUses(db: Db): Promise<RosterUse[]> {
  const { rows } = await db.execute<RosterUse & Record<string, unknown>>(sql`
    with named as (
      select 'crew' as roster, unnest(crew) as name, id, date, time, label from active_shows
      union select 'pilots', lead_pilot, id, date, time, label from active_shows
      union select 'pilots', e.operator, s.id, s.date, s.time, s.label
        from active_shows s join entries e on e.show_id = s.id
      union select 'monkeyLeads', monkey_lead, id, date, time, label from active_shows)
    select roster, name, count(*)::int as shows,
      (array_agg(json_build_object('id', id, 'date', date, 'time', time, 'label', label) order by date, time, id))[1] as next
    from named group by roster, name order by roster, name`);
  return rows;
}
