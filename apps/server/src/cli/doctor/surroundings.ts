import { existsSync } from 'node:fs';
import { statfs, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Check, ok, problem, warning } from './finding.ts';

/** How people reach the server, and whether several servers could agree on their secrets. */
export const environment: Check = ({ settings }) => {
  const { PUBLIC_URL, HOST, databaseFromOutside } = settings;
  if (PUBLIC_URL?.startsWith('http:') && !/^http:\/\/(localhost|127\.)/.test(PUBLIC_URL))
    return warning(
      `People reach the server over plain http (${PUBLIC_URL}).`,
      'Put a TLS proxy before it and give its https address as PUBLIC_URL.',
    );
  if (!PUBLIC_URL && HOST === '0.0.0.0')
    return warning('The server listens on all addresses, and PUBLIC_URL is not set.', 'Set PUBLIC_URL.');
  if (databaseFromOutside && !(process.env.JWT_SECRET ?? process.env.JWT_SECRET_FILE))
    return warning(
      'JWT_SECRET and PASSWORD_PEPPER lie in DATA_DIR of this machine alone.',
      'Before a second server starts, give both to all of them.',
    );
  return ok(PUBLIC_URL ? `People reach the server at ${PUBLIC_URL}.` : `The server listens on ${HOST}.`);
};

const gib = 1024 ** 3;
const text = (bytes: number) => `${(bytes / gib).toFixed(1)} GiB`;

/** @param free, all in bytes. */
export function judgeDisk(place: string, free: number, all: number) {
  const found = `${text(free)} of ${text(all)} are free in ${place}.`;
  const advice = 'Make room: PostgreSQL stops when its disk is full.';
  if (free < gib / 4 || free < all / 50) return problem(found, advice);
  if (free < 2 * gib || free < all / 10) return warning(found, advice);
  return ok(found);
}

/** Room in DATA_DIR, where the embedded database and the backups lie. */
export const disk: Check = async ({ settings }) => {
  let place = resolve(settings.DATA_DIR);
  // With a database elsewhere nobody may have made it yet.
  while (!existsSync(place)) place = dirname(place);
  const { bavail, blocks, bsize } = await statfs(place);
  return judgeDisk(place, bavail * bsize, blocks * bsize);
};

/** The secrets that the server made itself are for its own account only. */
export const secrets: Check = async ({ settings }) => {
  const folder = resolve(settings.DATA_DIR, 'secrets');
  const found = await stat(folder).catch(() => undefined);
  if (!found) return undefined;
  if ((found.mode & 0o077) === 0) return ok(`Only the server's account reads ${folder}.`);
  return problem(`Others on this machine can read ${folder}.`, `Run: chmod 700 ${folder}`);
};
