import { readFile } from 'node:fs/promises';
import { grantStatements, type Role, roleStatements } from '@monkey-tracker/db/roles';
import { withClient } from '@monkey-tracker/db/single-client';
import { Command } from 'commander';
import { StartFailure, storageFailure } from '../start/failure.ts';
import { withStorage } from './database.ts';
import { answer, jsonOption } from './output.ts';

interface Options {
  app?: string;
  backup?: string;
  sql: boolean;
  json: boolean;
}

/** The password of an account: APP_PASSWORD or BACKUP_PASSWORD, or the file that …_FILE names. */
async function passwordOf(kind: Role['kind']): Promise<string | undefined> {
  const name = `${kind.toUpperCase()}_PASSWORD`;
  const file = process.env[`${name}_FILE`];
  const given = process.env[name] ?? (file && (await readFile(file, 'utf8')).trim());
  if (given && given.length < 12) throw new StartFailure(`${name} must have at least 12 characters.`);
  return given || undefined;
}

export const rolesCommand = new Command('roles')
  .description(
    'Give servers and backups accounts of their own, with the fewest rights that they can work with',
  )
  .option('--app <name>', 'for servers: no tables made, no event and no snapshot changed or deleted')
  .option('--backup <name>', 'for `mt backup`: reads everything, writes nothing')
  .option('--sql', 'print the statements instead of running them', false)
  .option(...jsonOption)
  .addHelpText(
    'after',
    '\nRun it as the owner of the tables, who must be allowed to create roles; again after a change of passwords.' +
      '\nPasswords come from APP_PASSWORD and BACKUP_PASSWORD, or from files named by …_FILE; they are sent as SCRAM verifiers.' +
      '\nExit codes: 0 the accounts have their rights, 1 it failed, and nothing changed.',
  )
  .action((options: Options) =>
    withStorage(async ({ storage: { parts } }) => {
      const roles: Role[] = [];
      if (options.app) roles.push({ kind: 'app', name: options.app });
      if (options.backup) roles.push({ kind: 'backup', name: options.backup });
      if (roles.length === 0) throw new StartFailure('Name an account: --app, --backup or both.');
      await withClient(parts, async (client) => {
        const statements: string[] = [];
        for (const role of roles) {
          const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role.name]);
          statements.push(...roleStatements(role.name, rowCount === 1, await passwordOf(role.kind)));
          statements.push(...grantStatements(parts.schema, parts.database, role));
        }
        if (!options.sql) await client.query(['begin', ...statements, 'commit'].join(';\n'));
        answer(options, options.sql ? statements : roles, () =>
          options.sql
            ? statements.map((one) => `${one};`).join('\n')
            : roles
                .map(
                  ({ name, kind }) =>
                    `${name} has the rights of ${kind === 'app' ? 'a server' : 'backups'} now.`,
                )
                .join('\n'),
        );
      }).catch((error: unknown) => {
        throw storageFailure('The accounts could not be set up', error);
      });
    }),
  );
