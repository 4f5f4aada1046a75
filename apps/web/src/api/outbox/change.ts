/** A change that somebody made on this device and that the server has not confirmed. */
export interface Change<M> {
  /** Time-ordered: the order in which changes were made and are sent. */
  id: string;
  /** The idempotency key under which it is sent. It is new whenever what is sent becomes something else. */
  key: string;
  /** Whose change it is; nobody else's session sends it. */
  userId: string;
  at: number;
  /** The records it touches, the outer one first. It waits for all earlier changes of the last of them. */
  records: readonly [string, ...string[]];
  /** What to do, in the words of the feature. */
  memo: M;
  /** Why the server would not have it; a person decides what becomes of it. */
  held?: Held;
}

export interface Held {
  code: string;
  message: string;
  /** The record as the server had it when it refused. */
  current?: unknown;
}

/** What came of telling the server. */
export type Outcome<M> =
  /** It is done; the answer may be undefined. */
  | { done: unknown }
  /** Go on with this in its place: another try, or one that is held. */
  | { instead: Change<M> }
  /** No answer, or none that says anything: the same again when there is hope. */
  | 'later';
