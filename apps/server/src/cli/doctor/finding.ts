import type { ConnectionParts } from '@monkey-tracker/db/connection';
import type pg from 'pg';
import type { Settings } from '../../platform/environment.ts';

/** One line of the doctor: what was looked at, how it is, and what to do where it is not well. */
export interface Finding {
  name: string;
  state: 'ok' | 'warning' | 'problem';
  found: string;
  advice?: string;
}

type Judged = Omit<Finding, 'name'>;

export const ok = (found: string): Judged => ({ state: 'ok', found });
export const warning = (found: string, advice: string): Judged => ({ state: 'warning', found, advice });
export const problem = (found: string, advice: string): Judged => ({ state: 'problem', found, advice });

export const hourMs = 3_600_000;
export const ago = (ms: number) =>
  ms < 2 * hourMs ? `${Math.round(ms / 60_000)} minutes` : `${Math.round(ms / hourMs)} hours`;

/** Looks at one thing; undefined where it does not apply here. */
export type Check = (patient: Patient) => Promise<Judged | undefined> | Judged | undefined;

/** What the checks look at: settings and an open connection, which they only read from. */
export interface Patient {
  settings: Settings;
  parts: ConnectionParts;
  client: pg.Client;
  now: Date;
}
