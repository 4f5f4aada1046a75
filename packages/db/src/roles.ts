import pg from 'pg';
import { journalTable } from './journal.ts';
import { quoteName } from './names.ts';
import { lentFunctions, pinOf } from './lent-functions.ts';
import { scramVerifier } from './scram.ts';

export type RoleKind = 'app' | 'backup';

/** An account beside the owner of the tables. */
export interface Role {
  kind: RoleKind;
  name: string;
}

/** Statements that make an account or give it a new password; they need the right to create roles. */
export function roleStatements(name: string, exists: boolean, password: string | undefined): string[] {
  const words = ['login', 'nosuperuser', 'nocreatedb', 'nocreaterole', 'noreplication'].join(' ');
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(scramVerifier(password))}`;
  if (!exists) return [`create role ${quoteName(name)} ${words}${secret}`];
  return secret ? [`alter role ${quoteName(name)}${secret}`] : [];
}

/**
 * Statements, for the owner of the tables, that give an account exactly its rights: what it had is taken first.
 * `app` works with all data, makes no tables, and neither changes nor deletes events and snapshots. Where the rules let a
 * snapshot go, a function with the owner's rights takes it.
 * `backup` reads everything and writes nothing.
 */
export function grantStatements(schema: string, database: string, { kind, name }: Role): string[] {
  const [place, role] = [quoteName(schema), quoteName(name)];
  const tables = `all tables in schema ${place}`;
  const always = `alter default privileges in schema ${place}`;
  const first = [
    `revoke create on schema ${place} from public`,
    `revoke all on ${tables} from ${role}`,
    `revoke all on all sequences in schema ${place} from ${role}`,
    ...lentFunctions.map((one) => `revoke all on function ${place}.${one} from ${role}`),
    `grant connect on database ${quoteName(database)} to ${role}`,
    `grant usage on schema ${place} to ${role}`,
  ];
  if (kind === 'backup')
    return [
      ...first,
      `grant select on ${tables} to ${role}`,
      `grant select on all sequences in schema ${place} to ${role}`,
      `${always} grant select on tables to ${role}`,
      `${always} grant select on sequences to ${role}`,
    ];
  const table = (one: string) => `${place}.${quoteName(one)}`;
  return [
    ...first,
    `grant select, insert, update, delete on ${tables} to ${role}`,
    `grant usage, select on all sequences in schema ${place} to ${role}`,
    `${always} grant select, insert, update, delete on tables to ${role}`,
    `${always} grant usage, select on sequences to ${role}`,
    `revoke update, delete on ${table('events')} from ${role}`,
    `revoke update, delete on ${table('show_archive')} from ${role}`,
    `revoke insert, delete on ${table('event_head')} from ${role}`,
    `revoke insert, update, delete on ${table(journalTable)} from ${role}`,
    ...lentFunctions.flatMap((one) => [
      `alter function ${place}.${one} ${pinOf(schema)}`,
      `grant execute on function ${place}.${one} to ${role}`,
    ]),
  ];
}

/** The accounts that rights on future tables were given to: whoever may insert is an app, the others only read. */
export async function knownRoles(client: pg.Client, schema: string): Promise<Role[]> {
  const { rows } = await client.query<Role>(
    `select case when bool_or(a.privilege_type = 'INSERT') then 'app' else 'backup' end as kind, r.rolname as name
     from pg_default_acl d cross join aclexplode(d.defaclacl) a join pg_roles r on r.oid = a.grantee
     where d.defaclobjtype = 'r' and d.defaclnamespace = (select oid from pg_namespace where nspname = $1)
       and d.defaclrole = (select oid from pg_roles where rolname = current_user) and a.grantee <> d.defaclrole
     group by r.rolname order by r.rolname`,
    [schema],
  );
  return rows;
}

/** Gives the known accounts their rights again, after tables have been made anew. */
export async function grantAgain(client: pg.Client, schema: string, database: string): Promise<void> {
  for (const role of await knownRoles(client, schema))
    for (const statement of grantStatements(schema, database, role)) await client.query(statement);
}
