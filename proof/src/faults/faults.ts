import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import type { FaultyVenue } from './venue.ts';

/** Something that goes wrong for a while. */
export interface Fault {
  name: string;
  /** Makes it, waits as long as it lasts, and mends what does not mend by itself. */
  make(venue: FaultyVenue, random: Random): Promise<void>;
  /** So long after it all servers say that they are ready again, or the promise is broken. */
  readyWithinMs: number;
}

const serverMs = 5_000;
const databaseMs = 10_000;

/** How wrong a clock is, each as PostgreSQL reads it. */
const wrongTimes = ['-3 hours', '5 hours', '-2 days', '3 days', '40 days'];
const hourMs = 3_600_000;

/** Makes all servers see the clock of PostgreSQL so wrong: each of their connections asks it anew. */
const setClock = ({ database }: FaultyVenue, offset: string) =>
  database
    .administer(`alter database monkey_tracker set monkey_tracker.clock_offset = '${offset}'`)
    .then(() => cutBackends(database));

const cutBackends = ({ administer }: FaultyVenue['database']) =>
  administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'monkey_tracker'`);

async function withLine(
  { database: { line } }: FaultyVenue,
  manner: Parameters<typeof line.become>[0],
  ms: number,
) {
  line.become(manner);
  await pause(ms);
  line.become('good');
}

async function withReceiver({ receiver }: FaultyVenue, mood: 'failing' | 'silent', ms: number) {
  receiver.become(mood);
  await pause(ms);
  receiver.become('here');
}

/** All that `pnpm proof` breaks while people work. */
export const faults = {
  kill: {
    name: 'a server is killed (`kill -9`) and started again',
    readyWithinMs: serverMs,
    async make({ servers }, random) {
      const server = random.one(servers);
      await server?.kill();
      await server?.start();
    },
  },
  crash: {
    name: 'a process of PostgreSQL is killed: all of it recovers from its log',
    readyWithinMs: databaseMs,
    make: ({ database }) => database.crash(),
  },
  powerCut: {
    name: 'the first process of PostgreSQL is killed, and it is started again',
    readyWithinMs: databaseMs,
    make: ({ database }) => database.powerCut(),
  },
  cut: {
    name: 'the line to PostgreSQL is cut for up to two seconds',
    readyWithinMs: databaseMs,
    make: (venue, random) => withLine(venue, 'cut', random.below(2_000)),
  },
  dead: {
    name: 'the line to PostgreSQL is half-open for six seconds: nothing passes, nothing ends',
    readyWithinMs: databaseMs,
    make: (venue) => withLine(venue, 'dead', 6_000),
  },
  slow: {
    name: 'PostgreSQL answers 150 ms later than usual, for three seconds',
    readyWithinMs: databaseMs,
    make: (venue) => withLine(venue, { delayMs: 75 }, 3_000),
  },
  lock: {
    name: 'somebody locks the entries for three seconds: the pools run empty',
    readyWithinMs: databaseMs,
    make: ({ database }) =>
      database.hold(['begin', 'lock table entries in access exclusive mode'], () => pause(3_000)),
  },
  crowded: {
    name: 'PostgreSQL takes no more connections for three seconds',
    readyWithinMs: databaseMs,
    async make({ database }) {
      // A limit would not do: the servers are the owner here, who may always come in.
      await database.administer('alter database monkey_tracker allow_connections false');
      await cutBackends(database);
      await pause(3_000);
      await database.administer('alter database monkey_tracker allow_connections true');
    },
  },
  disk: {
    name: 'the disk of PostgreSQL is full for three seconds',
    readyWithinMs: databaseMs,
    async make({ database }) {
      database.disk?.fill();
      await pause(3_000);
      database.disk?.free();
      await database.revive();
    },
  },
  clock: {
    name: 'the clock of the database is wrong by hours or days for three seconds',
    readyWithinMs: databaseMs,
    async make(venue, random) {
      await setClock(venue, random.one(wrongTimes) ?? '0');
      await pause(3_000);
      await setClock(venue, '0');
    },
  },
  serverClock: {
    name: 'a server is killed and comes back with a clock that is wrong by hours or days, for three seconds',
    readyWithinMs: serverMs,
    async make({ servers }, random) {
      const server = random.one(servers);
      await server?.kill();
      // One that ends because of its clock stays ended, and is found so.
      if ((await server?.start((random.below(200) - 100) * hourMs)) === Infinity) return;
      await pause(3_000);
      await server?.kill();
      await server?.start();
    },
  },
  receiverFails: {
    name: 'the receiver of the webhook answers 500 for three seconds',
    readyWithinMs: serverMs,
    make: (venue) => withReceiver(venue, 'failing', 3_000),
  },
  receiverSilent: {
    name: 'the receiver of the webhook takes messages and never answers, for three seconds',
    readyWithinMs: serverMs,
    make: (venue) => withReceiver(venue, 'silent', 3_000),
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
