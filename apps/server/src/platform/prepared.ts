import type { Db } from '@monkey-tracker/db/client';

/** A statement that is built once for each database, where building it each time takes longer than running it. */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>();
  return (db) => {
    const statement = built.get(db) ?? build(db);
    built.set(db, statement);
    return statement;
  };
}
