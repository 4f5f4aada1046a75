import type { ImportSource } from '@monkey-tracker/contract/import';

/** The rows of the old database's four tables, as far as they say more than `data` itself. */
export interface Tables {
  shows: { data: unknown }[];
  show_archive: { data: unknown; archived_at: Date; deleted_at: Date | null }[];
  staff: { name: string; role: string }[];
  monkey_leads: { name: string }[];
}

/** What the old server would have answered from these tables. */
export function sourceOfTables(tables: Tables): ImportSource {
  const named = (role: string) => tables.staff.filter((one) => one.role === role).map((one) => one.name);
  return {
    shows: tables.shows.map((row) => row.data),
    archive: tables.show_archive.map(({ data, archived_at, deleted_at }) =>
      isObject(data)
        ? {
            ...data,
            archivedAt: data.archivedAt ?? archived_at.getTime(),
            deletedAt: deleted_at?.getTime() ?? 0,
          }
        : data,
    ),
    staff: {
      crew: named('crew'),
      pilots: named('pilot'),
      monkeyLeads: tables.monkey_leads.map((one) => one.name),
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
