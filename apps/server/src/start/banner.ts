import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

const everywhere = new Set(['0.0.0.0', '::']);

/** Where people reach the server: the public address where one is set, else those it listens on. */
export function addressesOf({ PUBLIC_URL }: { PUBLIC_URL?: string }, bound: AddressInfo): string[] {
  if (PUBLIC_URL) return [PUBLIC_URL.replace(/\/$/, '')];
  const hosts = everywhere.has(bound.address) ? ['localhost', ...ownAddresses()] : [bound.address];
  return hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`);
}

const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((one) => !one.internal && one.family === 'IPv4')
    .map((one) => one.address);

interface Facts {
  addresses: string[];
  data: string;
  /** The one-time token, while nobody has an account. */
  setupToken: string | null;
}

/** What the person who started the server wants to know. */
export function banner({ addresses, data, setupToken }: Facts): string {
  const lines = [
    '',
    '  Monkey Tracker is running',
    '',
    ...addresses.map((url) => `  Open   ${url}`),
    `  Data   ${data}`,
  ];
  if (setupToken !== null) {
    lines.push('', '  Nobody has an account yet. Make the first one, the administrator, here:');
    lines.push(`  ${addresses[0]}/setup#token=${setupToken}`);
  }
  lines.push('', '  Ctrl-C stops it.', '', '');
  return lines.join('\n');
}
