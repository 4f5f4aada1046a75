import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../random.ts';
import { Client } from './client.ts';
import { follow, type Reader } from './reader.ts';
import { type History, isRow, type LogEvent, type Send, type ShowRow } from './record.ts';

export interface Venue {
  /** A way to send for each client, to whichever server. */
  sendOf(client: number): Send;
  /** As an administrator, to whichever server answers. */
  ask: Send;
  urlOf(reader: number): string;
  token: string;
}

export interface Plan {
  seed: number;
  clients: number;
  readers: number;
  /** How many deeds each client does, or how long they go on. */
  deeds?: number;
  ms?: number;
  onProgress?: (deeds: number) => void;
  /** When all have done, before anything is read: the time to end faults. */
  beforeJudging?: () => Promise<void>;
}

/** A few dates, so that clients meet. */
const dates = ['2027-06-01', '2027-06-02'];

/** Lets clients act at once, and brings together what they were told, what readers saw and what is there afterwards. */
export async function act(venue: Venue, plan: Plan): Promise<History> {
  const readers = Array.from({ length: plan.readers }, (_, n) => follow(() => venue.urlOf(n), venue.token));
  await until(() => readers.every((reader) => reader.isListening()));
  const clients = Array.from(
    { length: plan.clients },
    (_, n) => new Client(n, { random: randomOf(plan.seed + n * 7_919), send: venue.sendOf(n), dates }),
  );
  const chance = randomOf(plan.seed);
  const end = Date.now() + (plan.ms ?? 0);
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (let n = 0; plan.deeds === undefined ? Date.now() < end : n < plan.deeds; n += 1) {
        await client.act();
        done += 1;
        plan.onProgress?.(done);
        shareShows(clients, client);
        if (chance.below(15) === 0) chance.one(readers)?.drop();
      }
    }),
  );
  await plan.beforeJudging?.();
  return { deeds: clients.flatMap((client) => client.deeds), ...(await gather(venue, readers)) };
}

/** What one has made, the others see on their screens. */
function shareShows(clients: Client[], { deeds }: Client): void {
  const { ask, told } = deeds.at(-1) ?? {};
  if (ask?.path !== '/api/shows' || told?.status !== 201 || !isRow(told.body)) return;
  for (const client of clients) client.know(told.body);
}

async function until(holds: () => boolean, patienceMs = 20_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !holds() && Date.now() < end;) await pause(10);
}

/** So long may a reader be behind. */
const patienceMs = 3_000;

async function gather({ ask }: Venue, readers: Reader[]): Promise<Omit<History, 'deeds'>> {
  const log = await readLog(ask);
  const newest = log.at(-1)?.seq ?? 0;
  await until(() => readers.every((reader) => reader.lastSeen() >= newest), patienceMs);
  const { shows } = (await ask({ method: 'GET', path: '/api/shows' })).body as { shows: ShowRow[] };
  const archive = (await ask({ method: 'GET', path: '/api/shows/archive' })).body as { shows: ShowRow[] };
  const chain = (await ask({ method: 'GET', path: '/api/audit/verify' })).body as { whole: boolean };
  return {
    log,
    shows,
    archive: archive.shows,
    chainWhole: chain.whole,
    readers: await Promise.all(readers.map((reader) => reader.stop())),
  };
}

async function readLog(ask: Send): Promise<LogEvent[]> {
  const log: LogEvent[] = [];
  for (let cursor = ''; ;) {
    const path = `/api/audit?limit=200${cursor && `&cursor=${cursor}`}`;
    const page = (await ask({ method: 'GET', path })).body as {
      events: LogEvent[];
      nextCursor: string | null;
    };
    log.push(...page.events);
    if (page.nextCursor === null) return log.toReversed();
    cursor = page.nextCursor;
  }
}
