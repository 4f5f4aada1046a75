import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../random.ts';
import { Client } from './client.ts';
import { follow, type Reader } from './reader.ts';
import { type History, isRow, type Send } from './record.ts';
import { gather } from './witness.ts';

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
  /** How many deeds each client does, or until when they go on. */
  deeds?: number;
  until?: AbortSignal;
  onProgress?: (deeds: number) => void;
}

/** A few dates, so that clients meet. */
const dates = ['2027-06-01', '2027-06-02'];

/** Lets clients act at once, and brings together what they were told, what readers saw and what is there afterwards. */
export async function act(venue: Venue, plan: Plan): Promise<History> {
  const readers = Array.from({ length: plan.readers }, (_, n) => listen(venue, n));
  await until(() => readers.every(({ reader }) => reader.isListening()));
  const clients = Array.from(
    { length: plan.clients },
    (_, n) =>
      new Client(n, {
        random: randomOf(plan.seed + n * 7_919),
        send: venue.sendOf(n),
        sendAsAdmin: venue.ask,
        dates,
      }),
  );
  const chance = randomOf(plan.seed);
  const goesOn = (n: number) => (plan.until ? !plan.until.aborted : n < (plan.deeds ?? 0));
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (let n = 0; goesOn(n); n += 1) {
        await client.act();
        done += 1;
        plan.onProgress?.(done);
        shareShows(clients, client);
        if (chance.below(15) === 0) chance.one(readers)?.reader.drop();
      }
    }),
  );
  const evidence = await gather(venue.ask);
  const newest = evidence.log.at(-1)?.seq ?? 0;
  await until(() => readers.every(({ reader }) => reader.lastSeen() >= newest));
  return {
    deeds: clients.flatMap((client) => client.deeds),
    ...evidence,
    readers: await Promise.all(
      readers.map(async ({ reader, seen }) => ({ from: await reader.stop(), seen })),
    ),
  };
}

function listen(venue: Venue, number: number): { reader: Reader; seen: number[] } {
  const seen: number[] = [];
  const hear = ({ id }: { id: string }) => void seen.push(Number(id));
  return { reader: follow(() => venue.urlOf(number), venue.token, { hear }), seen };
}

/** What one has made, the others see on their screens. */
function shareShows(clients: Client[], { deeds }: Client): void {
  const { ask, told } = deeds.at(-1) ?? {};
  if (ask?.path !== '/api/shows' || told?.status !== 201 || !isRow(told.body)) return;
  for (const client of clients) client.know(told.body);
}

async function until(holds: () => boolean, longestMs = 60_000): Promise<void> {
  for (const end = Date.now() + longestMs; !holds() && Date.now() < end;) await pause(10);
}
