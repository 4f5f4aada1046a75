import type { Entry } from '@monkey-tracker/contract/entries';
import type { EntryValues } from '../entries/entry-values.ts';

/** What the command language needs to know of a row of the lineup. */
export interface CommandRow {
  number: number;
  operator: string;
  unitId: string;
  /** The line that is logged for this pilot already, if one is. */
  entry?: Entry;
}

/** Why a field gets its value: a word said so, nobody said and this is the mildest, or a rule makes it follow. */
type Reason = 'said' | 'assumed' | 'follows';

export interface Change {
  field: keyof EntryValues;
  before: string;
  after: string;
  reason: Reason;
}

/** What a command does to one pilot's line; no changes where it already says so. */
export interface Planned<R extends CommandRow = CommandRow> {
  row: R;
  values: EntryValues;
  changes: Change[];
}

/** What keeps a command from being run. More words may mend what is `missing`; what is `wrong` must be retyped. */
export interface Problem {
  kind: 'missing' | 'wrong';
  message: string;
}

/** Either something to do for at least one pilot, or problems; never both. */
export interface Plan<R extends CommandRow = CommandRow> {
  planned: Planned<R>[];
  problems: Problem[];
}

export const wrong = (message: string): Problem => ({ kind: 'wrong', message });
export const missing = (message: string): Problem => ({ kind: 'missing', message });
