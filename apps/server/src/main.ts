import './start/threads.ts';
import closeWithGrace from 'close-with-grace';
import { readEnvironment } from './platform/environment.ts';
import { StartFailure } from './start/failure.ts';
import { openLog } from './start/log.ts';
import { start } from './start/start.ts';
import { inWords } from './start/words.ts';

/** An embedded database that ends sooner than this after its start would only end again. */
const shortLifeMs = 30_000;

/** How to close what is open; the last opened is closed first. */
const opened: (() => Promise<unknown>)[] = [];
let stopping = false;

async function closeAll() {
  for (const close of opened.splice(0).toReversed()) await close();
}

async function run() {
  const settings = readEnvironment(process.env);
  const log = openLog(settings.LOG_LEVEL);
  // Before anything is open, so that whoever stops us half-way leaves nothing behind either.
  closeWithGrace({ delay: 20_000, logger: log }, async ({ err, signal }) => {
    stopping = true;
    if (err) log.fatal({ err }, 'an error that nobody foresaw: the server stops');
    else log.info(`${signal ?? 'nothing left to do'}: the server stops`);
    await closeAll();
  });
  while (!stopping) {
    const startedAt = Date.now();
    const storage = await start(settings, log, opened);
    await storage.ended;
    if (stopping) return;
    log.error('[storage] the embedded PostgreSQL ended on its own; the server starts it again');
    await closeAll();
    if (Date.now() - startedAt < shortLifeMs) {
      throw new StartFailure('The embedded PostgreSQL ended on its own soon after its start. See its data folder and the log.');
    }
  }
}

try {
  await run();
} catch (error) {
  // What was being started when a signal came fails, and nobody minds.
  if (!stopping) {
    await closeAll();
    process.stderr.write(`${inWords(error)}\n`);
    process.exit(1);
  }
}
