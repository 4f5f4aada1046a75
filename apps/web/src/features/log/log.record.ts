import type { Entry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import type { LogChange } from './outbox/memo.ts';

/** Where a record is: on this device alone, on its way, confirmed by the server, or waiting for a person's decision. */
export type Standing = 'device' | 'sent' | 'confirmed' | 'conflict';

interface Logged {
  standing: Standing;
  /** The change that a person has to decide about. */
  trouble?: LogChange;
}

/** An entry as this device shows it: the server's, with what is still on its way laid over it. */
export interface LoggedEntry extends Entry, Logged {}

export interface LoggedShow extends Omit<Show, 'entries'>, Logged {
  entries: LoggedEntry[];
}
