import { createHash } from 'node:crypto';
import type { Db } from '@monkey-tracker/db/client';
import type { Encoded } from '../../platform/encoded.ts';
import { type Lasting, type Moment, remembered } from '../../platform/freshness.ts';
import { findStamped, listActive, type Stamped } from './shows.queries.ts';

/** One show's JSON in one state of it. */
interface Text {
  stamp: string;
  version: number;
  body: string;
  /** When the show goes to the archive. */
  until: number;
}
/** Never changed, only replaced: what a reading told the database that it knows, it still has when the answer comes. */
type Texts = ReadonlyMap<string, Text>;

/** Far more shows than are ever active; beyond it all are forgotten, those that have ended among them. */
const mostKept = 1_000;

/**
 * Shows as JSON, each encoded once for each of its states. Where something has changed since the last reading, the next
 * one asks the database which states are the newest, and is given the payload of those that are not here: nobody has to
 * tell this memory of a change, and it is never stale.
 * @param head what stands before the shows in a list, as the beginning of its JSON: `{"a":1,"shows":`
 */
export function showTexts(head: (db: Db) => Promise<string>) {
  const kept = new WeakMap<Db, Texts>();
  const lists = new WeakMap<Db, Encoded & { of: string }>();

  async function readList(db: Db): Promise<Lasting<Encoded>> {
    const known = kept.get(db) ?? new Map();
    const [beginning, rows] = await Promise.all([head(db), listActive(db, known)]);
    const of = `${beginning}${rows.map(({ id, stamp }) => `${id} ${stamp}`).join()}`;
    const until = Math.min(...rows.map((row) => row.until));
    const before = lists.get(db);
    if (before?.of === of) return { until, value: before };

    const texts = encode(rows, known);
    kept.set(db, texts);
    const body = Buffer.from(`${beginning}[${Array.from(texts.values(), (text) => text.body).join()}]}`);
    const list = { of, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    lists.set(db, list);
    return { until, value: list };
  }

  async function readSome(db: Db, ids: string[]): Promise<Map<string, Lasting<Encoded>>> {
    const known: Texts = kept.get(db) ?? new Map();
    const rows = await findStamped(db, ids, new Map([...known].filter(([id]) => ids.includes(id))));
    const texts = encode(rows, known);
    if (rows.some(({ payload }) => payload)) {
      const others = kept.get(db) ?? [];
      kept.set(db, new Map([...(known.size < mostKept ? others : []), ...texts]));
    }
    return new Map(
      Array.from(texts, ([id, { body, version, until }]) => [
        id,
        { until, value: { body: Buffer.from(body), tag: `"${version}"` } },
      ]),
    );
  }

  const list = remembered(async (db: Db, keys: 'all'[]) => {
    const found = await readList(db);
    return new Map(keys.map((key) => [key, found]));
  });
  return {
    async list(db: Db, moment: Moment): Promise<Encoded> {
      const found = await list.recall(db, moment, 'all');
      if (!found) throw new Error('a reading of the list gave none');
      return found;
    },
    /** One active show; undefined where there is none. */
    one: remembered(readSome).recall,
  };
}

function encode(rows: readonly Stamped[], known: Texts): Map<string, Text> {
  return new Map(
    rows.map(({ id, stamp, payload, until }) => {
      const text = payload
        ? { stamp, version: payload.version, body: JSON.stringify(payload) }
        : known.get(id);
      if (!text) throw new Error('a show was left out that nobody knows');
      return [id, { ...text, until }];
    }),
  );
}
