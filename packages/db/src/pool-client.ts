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

/** How long after PostgreSQL itself would have ended a statement its answer may still be under way. */
const graceMs = 2_000;

interface Manners {
  /** A query that takes this long is warned of: its text, never its parameters. */
  slowQueryMs: number;
  /** When PostgreSQL ends a statement by itself. */
  statementTimeoutMs: number;
}

/**
 * A client that has PostgreSQL keep the plans of what is asked often, and warns of slow queries. Where no answer comes
 * although PostgreSQL would have ended the statement, the line is half-open: nobody will ever answer. The connection is
 * given up then, and with it all that are idle, whose lines are no younger.
 */
export function clientOfPool({ slowQueryMs, statementTimeoutMs }: Manners, log: Log): typeof pg.Client {
  const open = new Set<Client>();

  class Client extends pg.Client {
    #underWay = 0;
    #inTransaction = false;
    /** In a transaction that has set a limit of its own, PostgreSQL may take its time. */
    #takesItsTime = false;

    // The base class overloads `query` eight ways; this one only times what they return.
    // oxlint-disable-next-line typescript/no-explicit-any
    override query(...args: any[]): any {
      const text = textOf(args[0]);
      if (text.startsWith('set local statement_timeout')) this.#takesItsTime = true;
      if (text.startsWith('begin')) this.#inTransaction = true;
      if (text === 'commit' || text === 'rollback') this.#inTransaction = this.#takesItsTime = false;
      args[0] = withName(args[0]);
      const over = this.#begin(text);
      // The pool passes a callback, a transaction waits for the promise.
      const callback: unknown = args.at(-1);
      if (typeof callback === 'function') {
        args[args.length - 1] = (...outcome: unknown[]) => {
          over();
          callback(...outcome);
        };
      }
      const pending: unknown = Reflect.apply(super.query, this, args);
      if (pending instanceof Promise) pending.then(over, over);
      // A cursor or a copy tells nobody here when it is over: it has to mind its line itself.
      else if (typeof callback !== 'function') over();
      return pending;
    }

    #begin(text: string): () => void {
      const started = performance.now();
      this.#underWay += 1;
      if (!open.has(this)) this.once('end', () => open.delete(this));
      open.add(this);
      let isOver = false;
      // After a pause of the whole process the answer may lie there already: it is read before anything is given up.
      const lookAgain = () => setImmediate(() => isOver || this.#giveUp());
      const patience = this.#takesItsTime ? undefined : setTimeout(lookAgain, statementTimeoutMs + graceMs);
      return () => {
        isOver = true;
        clearTimeout(patience);
        this.#underWay -= 1;
        const durationMs = Math.round(performance.now() - started);
        if (durationMs < slowQueryMs) return;
        const sql = text.replace(/\s+/g, ' ').slice(0, shown);
        log.warn({ durationMs, sql }, '[storage] PostgreSQL slow query');
      };
    }

    #isIdle(): boolean {
      return this.#underWay === 0 && !this.#inTransaction;
    }

    #giveUp(): void {
      log.warn({}, '[storage] PostgreSQL does not answer on an open connection; it is given up');
      const noAnswer = new Error('Connection terminated: no answer came');
      for (const client of open)
        if (client === this || client.#isIdle()) client.connection.stream.destroy(noAnswer);
    }
  }
  return Client;
}
