import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fp from 'fastify-plugin';
import { ownNetworks } from './egress.addresses.ts';
import { type AllowRule, EgressRefusal, judgeAddresses, readTarget, type Resolve } from './egress.rules.ts';
import type { AppOptions } from './http.ts';

/** A receiver that may be sent to, and the very addresses that were judged: connect to these and no others. */
export interface Destination {
  url: URL;
  addresses: string[];
}

export interface Egress {
  /** Judges where a URL leads at this moment. @throws EgressRefusal in words. */
  destination(url: string): Promise<Destination>;
}

const longestLookupMs = 5_000;

const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** The guard of everything that an administrator can make the server connect to. */
export function guardEgress(rules: readonly AllowRule[], resolve: Resolve = resolveByDns): Egress {
  async function addressesOf(host: string): Promise<string[]> {
    if (isIP(host) !== 0) return [host];
    const waiting = new AbortController();
    const found = await Promise.race([
      resolve(host).catch(() => []),
      pause(longestLookupMs, [], { signal: waiting.signal }).catch(() => []),
    ]);
    waiting.abort();
    if (found.length === 0) throw new EgressRefusal(`The host ${host} cannot be found`);
    return found;
  }

  return {
    async destination(url) {
      const target = readTarget(url, rules);
      const addresses = await addressesOf(target.host);
      judgeAddresses(target, addresses, rules, ownNetworks());
      return { url: target.url, addresses };
    },
  };
}

export const egress = fp<AppOptions>(
  async (app, { resolve }) => {
    app.decorate('egress', guardEgress(app.environment.WEBHOOK_ALLOW_HOSTS, resolve));
  },
  { name: 'egress' },
);

declare module 'fastify' {
  interface FastifyInstance {
    egress: Egress;
  }
}
