import type { Answer, Received } from '@monkey-tracker/contract/endpoint';
import type {
  listAudit as listEndpoint,
  verifyAudit as verifyEndpoint,
} from '@monkey-tracker/contract/audit';
import type { Db } from '@monkey-tracker/db/client';
import { cursorUnknown } from './audit.errors.ts';
import * as queries from './audit.queries.ts';

type Filter = Received<typeof listEndpoint>['query'];

/** A page of the log, newest first; `nextCursor` leads to older events. */
export async function listAudit(db: Db, filter: Filter): Promise<Answer<typeof listEndpoint>> {
  const { cursor, limit, ...wanted } = filter;
  const events = await queries.list(db, wanted, { before: decode(cursor), limit: limit + 1 });
  const page = events.slice(0, limit);
  const last = page.at(-1);
  return { events: page, nextCursor: events.length > limit && last ? encode(last.seq) : null };
}

export const verifyAudit = (db: Db): Promise<Answer<typeof verifyEndpoint>> => queries.verify(db);

const encode = (seq: number) => Buffer.from(`before ${seq}`).toString('base64url');

function decode(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const seq = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (seq === undefined) throw cursorUnknown();
  return Number(seq);
}
