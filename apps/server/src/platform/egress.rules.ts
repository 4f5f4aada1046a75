import { isIP } from 'node:net';
import { type Address, isPublic, isWithin, type Range, readAddress, readRange } from './egress.addresses.ts';

/** One entry of an allow-list: a name or addresses, at every open port or at one. */
export interface AllowRule {
  host?: string;
  range?: Range;
  port?: number;
}

/** Why nothing is sent to an address: one sentence for the administrator who entered it. */
export class EgressRefusal extends Error {}

/** Reads `intranet.example, 10.0.0.0/8, [::1]:8080`. @throws Error that names the entry it cannot read. */
export function readAllowList(text: string): AllowRule[] {
  return text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
    .map(readRule);
}

function readRule(entry: string): AllowRule {
  if (entry.includes('/') || isIP(entry) !== 0) {
    try {
      return { range: readRange(entry) };
    } catch {
      throw new Error(`${entry} is no address range such as 10.0.0.0/8`);
    }
  }
  const parts = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?$/.exec(entry);
  const host = parts?.[1] ?? parts?.[2];
  const port = parts?.[3] === undefined ? undefined : Number(parts[3]);
  if (host === undefined || (port !== undefined && (port < 1 || port > 65_535))) {
    throw new Error(`${entry} is no host, host:port or address range`);
  }
  return {
    ...(isIP(host) === 0 ? { host } : { range: readRange(host) }),
    ...(port !== undefined && { port }),
  };
}

/** Finds the addresses of a name. */
export type Resolve = (host: string) => Promise<string[]>;

const isOpen = (port: number) => port === 80 || port === 443 || port >= 1024;

/** Where a URL leads, before any name is looked up. */
export interface Target {
  url: URL;
  /** A name or an address, without brackets and without the dot at its end. */
  host: string;
  port: number;
}

/** Reads the URL of a receiver. @throws EgressRefusal unless it is plain http or https at an open port. */
export function readTarget(text: string, rules: readonly AllowRule[]): Target {
  if (!URL.canParse(text)) throw new EgressRefusal('Enter a full address, such as https://example.org/hook');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new EgressRefusal('The address must begin with https:// or http://');
  }
  if (url.username !== '' || url.password !== '') {
    throw new EgressRefusal('The address must not carry a user or password; use a header');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '');
  if (host === '') throw new EgressRefusal('The address names no host');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!isOpen(port) && !rules.some((rule) => rule.port === port)) throw portRefused(port);
  return { url, host, port };
}

/** @throws EgressRefusal where an address that the host leads to is neither public nor allowed. */
export function judgeAddresses(
  { host, port }: Target,
  addresses: readonly string[],
  rules: readonly AllowRule[],
  own: readonly Range[],
): void {
  const allows = (rule: AllowRule, address: Address) =>
    (rule.port === undefined ? isOpen(port) : rule.port === port) &&
    (rule.range === undefined ? rule.host === host : isWithin(address, rule.range));
  for (const text of addresses) {
    const address = readAddress(text);
    if (rules.some((rule) => allows(rule, address))) continue;
    if (!isPublic(address) || own.some((range) => isWithin(address, range))) throw addressRefused(host);
    if (!isOpen(port)) throw portRefused(port);
  }
}

const portRefused = (port: number) =>
  new EgressRefusal(`Port ${port} is not open to the webhook; use 80, 443 or one from 1024 on`);

const addressRefused = (host: string) =>
  new EgressRefusal(`${host} is inside this machine or a private network; WEBHOOK_ALLOW_HOSTS can allow it`);
