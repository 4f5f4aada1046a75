import type { History, LogEvent, Send, ShowRow } from './record.ts';

/** What is there when all is over, as the API tells it. */
export async function gather(ask: Send): Promise<Omit<History, 'deeds' | 'readers'>> {
  const read = async <T>(path: string) => (await ask({ method: 'GET', path })).body as T;
  const log = await readLog(ask);
  const { shows } = await read<{ shows: ShowRow[] }>('/api/shows');
  const archive = await read<{ shows: ShowRow[] }>('/api/shows/archive');
  const { whole } = await read<{ whole: boolean }>('/api/audit/verify');
  return { log, shows, archive: archive.shows, chainWhole: whole };
}

/** The whole log, oldest first. */
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
