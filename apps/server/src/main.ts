import './start/threads.ts';
import closeWithGrace from 'close-with-grace';
import { readEnvironment } from './platform/environment.ts';
import { StartFailure } from './start/failure.ts';
import { openLog } from './start/log.ts';
import { start } from './start/start.ts';
import { inWords } from './start/words.ts';

/** An embedded database that ends this soon after its start, this often in a row, would only end again. */
const shortLifeMs = 30_000;
const shortLives = 3;

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
  // oxlint-disable-next-line no-unmodified-loop-condition -- a signal changes it
  for (let short = 0; !stopping;) {
    const startedAt = Date.now();
    const storage = await start(settings, log, opened);
    await storage.ended;
    if (stopping) return;
    short = Date.now() - startedAt < shortLifeMs ? short + 1 : 0;
    log.error('[storage] the embedded PostgreSQL ended on its own');
    await closeAll();
    if (short === shortLives)
      throw new StartFailure('The embedded PostgreSQL keeps ending on its own. See the log.');
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
