import { exclusively } from '../tab-lock.ts';
import type { Change, Outcome } from './change.ts';
import type { OtherTabs, TabWord } from './other-tabs.ts';
import type { ChangeStore } from './store.ts';

export interface OutboxState<M> {
  /** In the order in which they were made. */
  changes: readonly Change<M>[];
  /** The id of the one that is on its way. */
  sending: string | undefined;
  /** False where this device refuses to keep anything: what is not sent is lost with the page. */
  durable: boolean;
}

interface Parts<M> {
  store: ChangeStore<M>;
  tabs: OtherTabs<M>;
  deliver(change: Change<M>): Promise<Outcome<M>>;
  /** The server has it: what it answered goes into what the pages show. Also told of other tabs' changes. */
  accept(change: Change<M>, answer: unknown): void;
  pauseMs(failures: number): number;
}

/**
 * The changes of this device on their way to the server: kept on its disk, sent one by one in the order in which
 * they were made, each under its own key until it is answered. One that is held back lets others pass that do
 * not touch its record.
 */
export class Outbox<M> {
  readonly #parts: Parts<M>;
  readonly #listeners = new Set<() => void>();
  #state: OutboxState<M> = { changes: [], sending: undefined, durable: true };
  #person: string | undefined;
  #draining = false;
  #again = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts<M>) {
    this.#parts = parts;
    parts.tabs.hear((word) => this.#hear(word));
  }

  get state(): OutboxState<M> {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Brings back what was waiting when the page was last closed. */
  async load(): Promise<void> {
    try {
      const kept = await this.#parts.store.all();
      const known = new Set(this.#state.changes.map(({ id }) => id));
      this.#become({ changes: [...kept.filter(({ id }) => !known.has(id)), ...this.#state.changes] });
    } catch {
      this.#become({ durable: false });
    }
  }

  /** Whose changes may be sent from now on; nobody's where undefined. */
  sendFor(person: string | undefined): void {
    this.#person = person;
    if (person !== undefined) this.wake();
  }

  /** Adds a change, or puts another in the place of the one with its id. */
  put(change: Change<M>): void {
    this.#set(change);
    this.#parts.tabs.tell({ put: change });
    void this.#keep(() => this.#parts.store.put(change));
    this.wake();
  }

  /** Takes a change back that has not been sent, or that a person gives up. */
  remove(change: Change<M>): void {
    this.#drop(change);
    this.#parts.tabs.tell({ removed: change });
    void this.#keep(() => this.#parts.store.remove(change));
    this.wake();
  }

  /** There may be hope: look at what waits, now. */
  wake = (): void => {
    clearTimeout(this.#timer);
    if (this.#draining) {
      this.#again = true;
      return;
    }
    if (!this.#next()) return;
    this.#draining = true;
    void exclusively('monkey-tracker.outbox', () => this.#drain()).finally(() => {
      this.#draining = false;
      if (this.#again) this.wake();
    });
  };

  async #drain(): Promise<void> {
    this.#again = false;
    for (let change = this.#next(); change; change = this.#next()) {
      this.#tellSending(change.id);
      const outcome = await this.#parts.deliver(change).catch(() => 'later' as const);
      this.#tellSending(undefined);
      if (outcome === 'later') return this.#tryLater();
      this.#failures = 0;
      if ('instead' in outcome) await this.#replace(change, outcome.instead);
      else await this.#finish(change, outcome.done);
    }
  }

  /** The first change that nothing stands in the way of. */
  #next(): Change<M> | undefined {
    const blocked = new Set<string>();
    return this.#state.changes.find((change) => {
      if (change.userId !== this.#person) return false;
      const waits = change.held !== undefined || change.records.some((record) => blocked.has(record));
      const record = change.records.at(-1);
      if (waits && record !== undefined) blocked.add(record);
      return !waits;
    });
  }

  async #finish(change: Change<M>, answer: unknown): Promise<void> {
    this.#parts.accept(change, answer);
    this.#drop(change);
    this.#parts.tabs.tell({ done: change, answer });
    await this.#keep(() => this.#parts.store.remove(change));
  }

  /** Unless somebody made another change of it while it was on its way. */
  async #replace(sent: Change<M>, instead: Change<M>): Promise<void> {
    if (this.#state.changes.find(({ id }) => id === sent.id)?.key !== sent.key) return;
    this.#set(instead);
    this.#parts.tabs.tell({ put: instead });
    await this.#keep(() => this.#parts.store.put(instead));
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.wake, this.#parts.pauseMs(this.#failures++));
  }

  #hear(word: TabWord<M>): void {
    if ('put' in word) this.#set(word.put);
    else if ('removed' in word) this.#drop(word.removed);
    else if ('sending' in word) this.#become({ sending: word.sending });
    else {
      this.#parts.accept(word.done, word.answer);
      this.#drop(word.done);
    }
  }

  #set(change: Change<M>): void {
    const others = this.#state.changes.filter(({ id }) => id !== change.id);
    this.#become({ changes: [...others, change].toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
  }

  #drop({ id, key }: Pick<Change<M>, 'id' | 'key'>): void {
    this.#become({
      changes: this.#state.changes.filter((change) => change.id !== id || change.key !== key),
    });
  }

  #tellSending(sending: string | undefined): void {
    this.#become({ sending });
    this.#parts.tabs.tell({ sending });
  }

  async #keep(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.#become({ durable: false });
    }
  }

  #become(change: Partial<OutboxState<M>>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#listeners) tell();
  }
}
