import type { Endpoint } from '@monkey-tracker/contract/endpoint';

export const named = ({ method, path }: Endpoint) => `${method} ${path}`;

/** What became of the requests to each endpoint. */
export class Tally {
  readonly #counts = new Map<string, { sent: number; good: number; succeeded: number }>();

  count(endpoint: Endpoint, isGood: boolean, status: number): void {
    const count = this.of(endpoint);
    count.sent += 1;
    if (isGood) count.good += 1;
    if (isGood && status < 300) count.succeeded += 1;
    this.#counts.set(named(endpoint), count);
  }

  of(endpoint: Endpoint) {
    return this.#counts.get(named(endpoint)) ?? { sent: 0, good: 0, succeeded: 0 };
  }

  total(): { sent: number; good: number; succeeded: number } {
    const sum = { sent: 0, good: 0, succeeded: 0 };
    for (const { sent, good, succeeded } of this.#counts.values()) {
      sum.sent += sent;
      sum.good += good;
      sum.succeeded += succeeded;
    }
    return sum;
  }
}
