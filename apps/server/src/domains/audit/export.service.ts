import type { AuditEvent, AuditFilter } from '@monkey-tracker/contract/audit';
import type { Db } from '@monkey-tracker/db/client';
import type { Download } from '../../platform/download.ts';
import { csvOf } from '../export/index.ts';
import * as queries from './audit.queries.ts';

const batch = 500;
const header = ['seq', 'at', 'actor', 'type', 'subjectId', 'showId', 'requestId', 'before', 'after', 'hash'];

/** The log, newest first, some hundred at a time: memory stays flat. */
async function* batches(db: Db, filter: AuditFilter): AsyncGenerator<AuditEvent[]> {
  for (let before: number | undefined; ;) {
    const events = await queries.list(db, filter, { before, limit: batch });
    if (events.length > 0) yield events;
    before = events.at(-1)?.seq;
    if (events.length < batch) return;
  }
}

const textOf = (value: unknown) => (value === null ? '' : JSON.stringify(value));

const rowOf = (event: AuditEvent) => [
  event.seq,
  new Date(event.at).toISOString(),
  event.actor?.displayName ?? '',
  event.type,
  event.subjectId ?? '',
  event.showId ?? '',
  event.requestId ?? '',
  textOf(event.before),
  textOf(event.after),
  event.hash,
];

/** The log as a file, for those who keep it elsewhere. */
export function exportAudit(
  db: Db,
  { format, ...filter }: AuditFilter & { format: 'csv' | 'jsonl' },
): Download {
  const found = batches(db, filter);
  if (format === 'csv')
    return {
      name: 'monkey-tracker_audit.csv',
      type: 'text/csv; charset=utf-8',
      content: csvOf(
        {
          header,
          rows: (async function* () {
            for await (const events of found) yield events.map(rowOf);
          })(),
        },
        false,
      ),
    };
  return {
    name: 'monkey-tracker_audit.jsonl',
    type: 'application/jsonl; charset=utf-8',
    content: (async function* () {
      for await (const events of found) yield events.map((event) => `${JSON.stringify(event)}\n`).join('');
    })(),
  };
}
