import type { readArchivedShow, listArchivedShows } from '@monkey-tracker/contract/archive-list';
import type { Answer, Received } from '@monkey-tracker/contract/endpoint';
import { metricsFromSums } from '@monkey-tracker/contract/metrics';
import type { Db } from '@monkey-tracker/db/client';
import { archiveOverdue, findArchived } from '../archive/index.ts';
import { showNotFound } from '../shows/index.ts';
import * as queries from './listing.queries.ts';
import { cursorUnknown, ensureRange } from './metrics.errors.ts';

type List = typeof listArchivedShows;

/** A page of the archive, the latest show first. */
export async function listShows(
  db: Db,
  { cursor, limit, q, ...filter }: Received<List>['query'],
): Promise<Answer<List>> {
  ensureRange(filter);
  await archiveOverdue(db);
  const before = cursor === undefined ? undefined : decode(cursor);
  const found = await queries.list(db, { filter, q: q === '' ? undefined : q, before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    shows: page.map(({ sums, ...show }) => ({ ...show, metrics: metricsFromSums(sums) })),
    nextCursor: found.length > limit && last ? encode(last) : null,
  };
}

export async function readShow(db: Db, id: string): Promise<Answer<typeof readArchivedShow>> {
  const show = await findArchived(db, id);
  if (!show) throw showNotFound();
  return show;
}

const encode = ({ date, time, id }: queries.Place) =>
  Buffer.from([date, time, id].join(' ')).toString('base64url');

function decode(cursor: string): queries.Place {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, date, time, id] = /^(\d{4}-\d\d-\d\d) (\S{0,5}) ([0-9a-f-]{36})$/.exec(text) ?? [];
  if (date === undefined || time === undefined || id === undefined) throw cursorUnknown();
  return { date, time, id };
}
