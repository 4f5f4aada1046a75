import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { runTask } from '../stage/task.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import type { Statement } from './record.ts';

const pgbench = findPgbench();

/** What runs the statements without our server: pgbench where there is one, else a loop over the driver. */
export const referenceName = pgbench ? `pgbench ${pgbench}, prepared` : 'pg loop, prepared';

/** @returns how often a second all statements were run, by as many clients as the server has. */
export const runReference = (
  parts: ConnectionParts,
  statements: readonly Statement[],
  seconds: number,
): Promise<number> =>
  pgbench
    ? runPgbench(parts, statements, Math.max(1, Math.round(seconds)))
    : runTask<number>('reference/loop.process.ts', { parts, statements, seconds });
