import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

export type Address = ReturnType<typeof ipaddr.process>;
export type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** The only part of IPv6 that is routed on the open internet. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** An address as it is reached: `::ffff:10.0.0.1` is 10.0.0.1. */
export const readAddress = (text: string): Address => ipaddr.process(text);

export function isWithin(address: Address, [base, bits]: Range): boolean {
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}

/** Reads `10.0.0.0/8`, or one address. @throws Error where it is neither. */
export function readRange(text: string): Range {
  const address = text.split('/')[0] ?? '';
  // Not `10` or `0x7f.1`: whoever writes such a thing has made a mistake.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address))
    throw new Error('no address');
  return ipaddr.parseCIDR(text.includes('/') ? text : `${text}/${address.includes(':') ? 128 : 32}`);
}

/** Whether an address is on the open internet, as far as its number says: no private, local, mapped or reserved range. */
export function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** The networks that this machine is in, its own addresses included: also behind public numbers they are private. */
export function ownNetworks(): Range[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ cidr }) => (cidr === null ? [] : [readRange(cidr)]));
}
