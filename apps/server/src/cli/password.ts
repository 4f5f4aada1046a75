import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { newPassword } from '@monkey-tracker/contract/accounts';
import { isCancel, password as ask } from '@clack/prompts';
import { StartFailure } from '../start/failure.ts';
import { fromCaller } from './paths.ts';

/** A new password: from a file, from standard input where that is piped, else asked for. Never from an argument, which others can see. */
export async function readPassword(file: string | undefined): Promise<string> {
  const given = newPassword.safeParse(await rawPassword(file));
  if (given.success) return given.data;
  throw new StartFailure(given.error.issues[0]?.message ?? 'This password cannot be used.');
}

async function rawPassword(file: string | undefined): Promise<string> {
  if (file !== undefined && file !== '-')
    return firstLine(await readFile(fromCaller(file), 'utf8').catch(unreadable));
  if (file === '-' || !process.stdin.isTTY) return firstLine(await text(process.stdin));
  const typed = await askFor('Password');
  if (typed !== (await askFor('The same password again')))
    throw new StartFailure('The two passwords differ.');
  return typed;
}

async function askFor(message: string): Promise<string> {
  const typed = await ask({ message });
  if (isCancel(typed)) throw new StartFailure('Nothing was changed.');
  return typed ?? '';
}

const firstLine = (content: string) => content.split(/\r?\n/)[0] ?? '';

function unreadable(): never {
  throw new StartFailure('The password file cannot be read.');
}
