import { migrationStatus } from '@monkey-tracker/db/migrate';
import { sslDefault } from '@monkey-tracker/db/connection';
import { lentFunctions, pinnedFunctions, pinOf } from '@monkey-tracker/db/lent-functions';
import { type Check, ok, problem, warning } from './finding.ts';

/** @param version as `server_version_num` has it: 140012. */
export function judgeVersion(version: number, encoding: string) {
  const release = Math.floor(version / 10_000);
  if (release < 14)
    return problem(`PostgreSQL ${release} is too old.`, 'Upgrade to 18; 14 is the oldest that works.');
  if (encoding !== 'UTF8')
    return problem(`The database has the encoding ${encoding}.`, 'Make one with UTF8.');
  if (release > 18)
    return warning(`PostgreSQL ${release} was not tried with this program.`, 'Run the tests on it first.');
  return ok(`PostgreSQL ${release}, ${encoding}.`);
}

export const version: Check = async ({ client }) => {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  return judgeVersion(rows[0].version, rows[0].encoding);
};

/** A standby answers, and takes no writes: also a database that was brought back to a moment, and waits there. */
export const writable: Check = async ({ client }) => {
  const { rows } = await client.query(
    `select pg_is_in_recovery() as standby, current_setting('default_transaction_read_only') = 'on' as readonly`,
  );
  const { standby, readonly } = rows[0];
  if (standby)
    return problem(
      'This PostgreSQL is a standby, or still in recovery: it takes no writes.',
      'Name the primary in DATABASE_URL, or promote this one: select pg_promote()',
    );
  if (readonly)
    return problem('Transactions on this database are read-only.', 'Look at default_transaction_read_only.');
  return ok('It takes writes.');
};

/** @param encrypted whether this very connection is. */
export function judgeTls(host: string, ssl: string, encrypted: boolean) {
  if (sslDefault(host) === 'disable') return ok('The database is on this machine.');
  if (!encrypted)
    return warning(
      `Passwords and data cross the network to ${host} unencrypted.`,
      'Unless both are on one private network, set DATABASE_SSL=verify-full.',
    );
  if (ssl !== 'verify-full')
    return warning(
      `The connection to ${host} is encrypted, but nobody checks whose certificate it is.`,
      'Set DATABASE_SSL=verify-full and DATABASE_SSL_CA.',
    );
  return ok(`The connection to ${host} is encrypted, and its certificate verified.`);
}

export const tls: Check = async ({ client, parts }) => {
  const { rows } = await client.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
  return judgeTls(parts.host, parts.ssl, rows[0]?.ssl === true);
};

export const migrations: Check = async ({ parts }) => {
  const states = await migrationStatus(parts);
  const pending = states.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return ok(`All ${states.length} migrations are applied.`);
  return problem(
    `${pending.length} migrations are pending, from ${pending[0]?.name} on.`,
    'Run `mt migrate`.',
  );
};

/** Whether the account can do its work, and no more than that. */
export const rights: Check = async ({ client, parts, settings }) => {
  const { rows } = await client.query(
    `select r.rolsuper as superuser,
       (select bool_and(has_table_privilege('shows', word)) from unnest('{select, insert, update, delete}'::text[]) word)
         as works,
       (select bool_and(has_function_privilege(name, 'execute')) from unnest($1::text[]) name) as calls,
       has_table_privilege('events', 'update, delete, truncate') as forges,
       has_table_privilege('show_archive', 'update, delete, truncate') as empties,
       has_schema_privilege(current_schema(), 'create') as makes
     from pg_roles r where rolname = current_user`,
    [lentFunctions],
  );
  const { superuser, works, calls, forges, empties, makes } = rows[0];
  if (!works) return problem(`${parts.user} may not use the tables.`, 'Grant its rights: `mt roles`.');
  if (!calls)
    return problem(`${parts.user} may not restore shows, nor purge.`, 'Grant its rights again: `mt roles`.');
  if (!settings.databaseFromOutside)
    return ok('The embedded database has one account, for this server alone.');
  const advice = 'Let the server use an account with fewer rights: `mt roles`.';
  if (superuser) return warning(`${parts.user} is a superuser.`, advice);
  if (forges) return warning(`${parts.user} owns the tables: it could change the log.`, advice);
  if (empties)
    return warning(
      `${parts.user} could change or delete snapshots of the archive.`,
      'Take this right from it: run `mt roles` once more.',
    );
  if (makes)
    return warning(
      `${parts.user} can make tables in the schema ${parts.schema}.`,
      `As a superuser: revoke create on schema ${parts.schema} from public, or make it the owner's: alter schema … owner to …`,
    );
  return ok(`${parts.user} can do its work, and can change neither the log nor the archive.`);
};

/** Functions with their owner's rights have to work in their own schema, wherever that was moved by hand. */
export const functions: Check = async ({ client, parts }) => {
  const { rows } = await client.query<{ name: string; stays: boolean }>(
    `select p.oid::regprocedure::text as name,
       proconfig is not distinct from array[format('search_path=%I, pg_temp', nspname)] as stays
     from unnest($1::text[]) ours join pg_proc p on p.oid = to_regprocedure(ours)
     join pg_namespace n on n.oid = pronamespace and nspname = current_schema() order by 1`,
    [pinnedFunctions],
  );
  if (rows.length === 0) return undefined;
  const strays = rows.filter(({ stays }) => !stays).map(({ name }) => name);
  if (strays.length === 0) return ok('Functions with more rights than their callers stay in their schema.');
  return problem(
    `These do not work in their own schema alone: ${strays.join(', ')}.`,
    `As the owner, for each: alter function … ${pinOf(parts.schema)}`,
  );
};

/** Connections that are left for others; a server takes up to DATABASE_POOL_MAX. */
export const connections: Check = async ({ client, parts }) => {
  const { rows } = await client.query(
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most,
       (select count(*) from pg_stat_activity where backend_type = 'client backend')::int as used`,
  );
  const { most, used } = rows[0];
  const found = `${used} of ${most} connections are in use.`;
  if (used + parts.poolMax <= most) return ok(found);
  return warning(found, 'Raise max_connections, or lower DATABASE_POOL_MAX of the servers.');
};
