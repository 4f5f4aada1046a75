import { lookup } from 'node:dns/promises';
import { readAddress } from '../../platform/egress.addresses.ts';
import type { Resolve } from '../../platform/egress.rules.ts';
import { connectionRefused } from './storage.errors.ts';

const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** No database is there: the services of a cloud's machine are, or everybody at once. */
const neverADatabase = ['linkLocal', 'multicast', 'broadcast', 'unspecified', 'reserved'];

/** Refuses hosts at which something else than a database would be asked. What cannot be found, the connection tells. */
export async function ensureDatabaseHost(host: string, resolve: Resolve = resolveByDns): Promise<void> {
  const addresses = await resolve(host).catch(() => []);
  if (addresses.some((one) => neverADatabase.includes(readAddress(one).range())))
    throw connectionRefused('host', `No database can be at ${host}.`);
}
