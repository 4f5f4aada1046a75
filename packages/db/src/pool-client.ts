import pg from 'pg';
import type { Log } from './log.ts';
import { nameOfStatement } from './named-statements.ts';

const shown = 200;

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
};

/** Gives a query that is asked often its name; one that has a name keeps it. */
function withName(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('text' in query) || typeof query.text !== 'string')
    return query;
  if ('name' in query && query.name !== undefined) return query;
  const name = nameOfStatement(query.text);
  return name === undefined ? query : { ...query, name };
}

/**
 * A client that has PostgreSQL keep the plans of what is asked often, and warns of each query of `slowMs` or longer:
 * its text, never its parameters.
 */
export function clientOfPool(slowMs: number, log: Log): typeof pg.Client {
  class Client extends pg.Client {
    // The base class overloads `query` eight ways; this one only times what they return.
    // oxlint-disable-next-line typescript/no-explicit-any
    override query(...args: any[]): any {
      const started = performance.now();
      args[0] = withName(args[0]);
      const tell = () => {
        const durationMs = Math.round(performance.now() - started);
        if (durationMs < slowMs) return;
        const sql = textOf(args[0]).replace(/\s+/g, ' ').slice(0, shown);
        log.warn({ durationMs, sql }, '[storage] PostgreSQL slow query');
      };
      // The pool passes a callback, a transaction waits for the promise.
      const callback: unknown = args.at(-1);
      if (typeof callback === 'function') {
        args[args.length - 1] = (...outcome: unknown[]) => {
          tell();
          callback(...outcome);
        };
      }
      const pending: unknown = Reflect.apply(super.query, this, args);
      if (pending instanceof Promise) pending.then(tell, tell);
      return pending;
    }
  }
  return Client;
}
