import { quoteName } from './names.ts';

/** Functions that work with the rights of the tables' owner, for servers' accounts: the ways out of the archive, and a question. */
export const lentFunctions = [
  'purge_snapshots(integer)',
  'restore_snapshot(uuid)',
  'remove_demo_snapshots()',
  'is_of_demo(uuid)',
];

/** All that work with those rights, also the triggers', which nobody calls. Others in the schema are not this program's. */
export const pinnedFunctions = [
  ...lentFunctions,
  'guard_demo_list()',
  'ensure_removal_is_told()',
  'ensure_show_is_kept()',
];

/**
 * What such a function's search path has to be: its own schema, so that no caller can put tables of theirs in the way.
 * PostgreSQL does not keep it in step with the schema.
 */
export const pinOf = (schema: string) => `set search_path = ${quoteName(schema)}, pg_temp`;
