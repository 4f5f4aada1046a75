import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import {
  type Ask,
  type Deed,
  importedBy,
  importPath,
  isRow,
  type Row,
  type Send,
  type Told,
} from './record.ts';

/** What a client knows of a record: as it was last told, which may be old by now. */
interface Known {
  showId: string;
  row: Row;
}

interface Options {
  random: Random;
  send: Send;
  /** Imports are an administrator's. */
  sendAsAdmin: Send;
  dates: readonly string[];
}

const pilots = ['Alex', 'ALEX', 'Ａlex', 'Bea', 'Cleo', 'Dana', 'dana ', 'Émile', 'Nick'];

const entryBody = (random: Random) => ({
  operator: random.one(pilots),
  unitId: `D${random.below(9)}`,
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  delaySec: random.one([null, 0, 7]),
  notes: `note ${random.below(1_000_000)}`,
});

/** How often, and after how long, a client asks again. */
const patience = 300;
const againMs = 100;

/** A person who does what comes to mind, with a device that repeats what it got no answer to. */
export class Client {
  readonly deeds: Deed[] = [];
  readonly #number: number;
  readonly #random: Random;
  readonly #send: Send;
  readonly #sendAsAdmin: Send;
  readonly #dates: readonly string[];
  readonly #shows: Known[] = [];
  readonly #entries: Known[] = [];

  constructor(number: number, options: Options) {
    this.#number = number;
    this.#random = options.random;
    this.#send = options.send;
    this.#sendAsAdmin = options.sendAsAdmin;
    this.#dates = options.dates;
  }

  /** Does one thing, and now and then sends the very same again, as an offline device does. */
  async act(): Promise<void> {
    const ask = this.#choose();
    let told = await this.#ask(ask);
    // Without an answer it does not know: it asks under the same key until it does.
    for (let n = 0; told === undefined && n < patience; n += 1) {
      await pause(againMs);
      told = await this.#ask(ask);
    }
    this.#learn(ask, told);
    if (this.#random.below(4) === 0) this.#learn(ask, await this.#ask(ask));
  }

  async #ask(ask: Ask): Promise<Told> {
    const send = ask.path === importPath ? this.#sendAsAdmin : this.#send;
    const told = await send(ask).catch(() => undefined);
    this.deeds.push({ client: this.#number, ask, told });
    return told;
  }

  #choose(): Ask {
    const chance = this.#random.below(100);
    const show = this.#random.one(this.#shows);
    const entry = this.#random.one(this.#entries);
    if (!show || chance < 12) return this.#newShow();
    const path = `/api/shows/${show.row.id}`;
    if (chance < 50 || !entry) return this.#newEntry(path);
    const place = `/api/shows/${entry.showId}/entries/${entry.row.id}`;
    if (chance < 78) return this.#change(place, entry, { notes: `note ${this.#random.below(1_000_000)}` });
    if (chance < 79) return this.#import();
    if (chance < 84) return { method: 'DELETE', path: place, key: randomUUID() };
    if (chance < 92) return this.#change(path, show, { date: this.#random.one(this.#dates) });
    if (chance < 95) return { method: 'POST', path: `${path}/archive`, key: randomUUID() };
    if (chance < 98)
      return { method: 'POST', path: `/api/shows/archive/${show.row.id}/restore`, key: randomUUID() };
    return { method: 'DELETE', path, key: randomUUID() };
  }

  #newShow(): Ask {
    const body = { ...(this.#random.below(2) === 0 && { id: randomUUID() }), ...this.#showFields() };
    return { method: 'POST', path: '/api/shows', body, key: randomUUID() };
  }

  #showFields() {
    return {
      date: this.#random.one(this.#dates),
      time: '20:00',
      label: `Show ${this.#random.below(1_000)}`,
      leadPilot: 'Nazar',
      monkeyLead: 'Cleo',
    };
  }

  /** A show of the old software, live or archived. */
  #import(): Ask {
    const ts = 1_795_000_000_000 + this.#random.below(1_000_000);
    const { time, label, leadPilot, monkeyLead, date } = this.#showFields();
    const entries = [{ id: randomUUID(), ts, ...entryBody(this.#random) }];
    const show = { id: randomUUID(), date, time, label, leadPilot, monkeyLead, createdAt: ts, entries };
    const body =
      this.#random.below(2) === 0 ? { shows: [show] } : { archive: [{ ...show, archivedAt: ts + 1 }] };
    return { method: 'POST', path: importPath, body };
  }

  #newEntry(path: string): Ask {
    // Half of them under an id of the client's own, as an offline device does.
    const body = { ...(this.#random.below(2) === 0 && { id: randomUUID() }), ...entryBody(this.#random) };
    return { method: 'POST', path: `${path}/entries`, body, key: randomUUID() };
  }

  #change(path: string, { row }: Known, body: Record<string, unknown>): Ask {
    // What it was last told of may be stale by now: then it must be refused.
    const { version } = row;
    return {
      method: 'PUT',
      path,
      body,
      key: randomUUID(),
      ...(typeof version === 'number' && { basedOn: version }),
    };
  }

  #learn({ path, body }: Ask, told: Told): void {
    if (path === importPath && told?.status === 200) return importedBy(body).forEach((row) => this.know(row));
    if (told === undefined || told.status >= 300 || !isRow(told.body)) return;
    const row = told.body;
    const showId = /^\/api\/shows\/([0-9a-f-]{36})\/entries/.exec(path)?.[1];
    const known = showId === undefined ? this.#shows : this.#entries;
    const kept = known.find((one) => one.row.id === row.id);
    // Now and then it forgets what is newest: people act on what they see.
    if (kept && this.#random.below(3) > 0) kept.row = row;
    else if (!kept) known.push({ showId: showId ?? row.id, row });
  }

  /** Tells others of a show, as a screen does. */
  know(row: Row): void {
    if (!this.#shows.some((one) => one.row.id === row.id)) this.#shows.push({ showId: row.id, row });
  }
}
