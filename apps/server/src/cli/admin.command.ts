import { displayName, email } from '@monkey-tracker/contract/accounts';
import type { User } from '@monkey-tracker/contract/users';
import { Command } from 'commander';
import { createAdmin, endSessions, resetPassword } from '../domains/auth/index.ts';
import { removeTwoFactor } from '../domains/two-factor/index.ts';
import { createResetLink, listUsers } from '../domains/users/index.ts';
import { inUnit } from '../platform/change.ts';
import { createPasswords } from '../platform/passwords.hashing.ts';
import { StartFailure } from '../start/failure.ts';
import { checked } from './checked.ts';
import { withDatabase } from './database.ts';
import { answer, columns, jsonOption, say } from './output.ts';
import { readPassword } from './password.ts';

const passwordFile = [
  '--password-file <file>',
  'take the password from this file instead of asking; - is standard input',
] as const;

const create = new Command('create')
  .description('Add an administrator')
  .requiredOption('--email <address>', 'with which they sign in', checked(email))
  .requiredOption('--name <name>', 'as others see them', checked(displayName))
  .option(...passwordFile)
  .action(async (options: { email: string; name: string; passwordFile?: string }) => {
    const password = await readPassword(options.passwordFile);
    await withDatabase(({ db, settings }) =>
      createAdmin(db, createPasswords(settings.PASSWORD_PEPPER), {
        email: options.email,
        displayName: options.name,
        password,
      }),
    );
    say(`${options.email} is an administrator now.`);
  });

const setPassword = new Command('reset-password')
  .alias('password')
  .description("Set a user's password and end their sessions")
  .argument('<email>', 'whose', checked(email))
  .option(...passwordFile)
  .action(async (address: string, options: { passwordFile?: string }) => {
    const password = await readPassword(options.passwordFile);
    await withDatabase(({ db, settings }) =>
      resetPassword(db, createPasswords(settings.PASSWORD_PEPPER), { email: address, password }),
    );
    say(`${address} has a new password; their sessions have ended.`);
  });

const resetLink = new Command('reset-link')
  .description('Make a link with which a user sets a new password; earlier links no longer work')
  .argument('<email>', 'whose', checked(email))
  .option(...jsonOption)
  .action((address: string, options: { json: boolean }) =>
    withDatabase(async ({ db, settings: { PUBLIC_URL, HOST, PORT } }) => {
      const user = (await listUsers(db)).find((one) => one.email === address);
      if (!user) throw new StartFailure(`Nobody signs in with ${address}.`);
      const origin = PUBLIC_URL?.replace(/\/$/, '') ?? `http://${HOST}:${PORT}`;
      const link = await inUnit(db, { actorId: null, requestId: null }, (unit) =>
        createResetLink(unit, user.id, origin),
      );
      answer(
        options,
        link,
        ({ url, expiresAt }) => `${url}\nIt works once, until ${new Date(expiresAt).toISOString()}.`,
      );
    }),
  );

const resetTwoFactor = new Command('reset-two-factor')
  .description('Remove the second factor of a user who has lost it, and end their sessions')
  .argument('<email>', 'whose', checked(email))
  .action(async (address: string) => {
    await withDatabase(async ({ db }) => {
      const user = (await listUsers(db)).find((one) => one.email === address);
      if (!user) throw new StartFailure(`Nobody signs in with ${address}.`);
      await inUnit(db, { actorId: null, requestId: null }, async (unit) => {
        await removeTwoFactor(unit, user.id);
        await endSessions(unit, { userId: user.id }, 'ended_by_admin');
      });
    });
    say(`${address} signs in with the password alone now.`);
  });

const list = new Command('list')
  .description('Everybody who has an account, administrators first')
  .option(...jsonOption)
  .action(async (options: { json: boolean }) => {
    const users = await withDatabase(({ db }) => listUsers(db));
    const rank = (user: User) => `${user.roles.includes('admin') ? 0 : 1} ${user.email}`;
    const sorted = users.toSorted((one, other) => rank(one).localeCompare(rank(other)));
    answer(options, sorted, (users) => columns([['email', 'roles', 'name', ''], ...users.map(lineOf)]));
  });

const lineOf = (user: User) => [
  user.email,
  user.roles.join(', '),
  user.displayName,
  user.disabled ? 'disabled' : user.invited ? 'invited' : '',
];

export const adminCommand = new Command('admin')
  .description('Say who has an account, and help people in who cannot sign in')
  .addCommand(list)
  .addCommand(create)
  .addCommand(setPassword)
  .addCommand(resetLink)
  .addCommand(resetTwoFactor);
