import { sql, type SQL } from 'drizzle-orm';
import type { TestApp } from '@monkey-tracker/server/src/testing/app.ts';

/** A bug that is put into a running server, and the promise that it breaks. */
export interface Planted {
  name: string;
  breaks: RegExp;
  /** Into the database, for all servers. */
  statements?: SQL[];
  /** Into a server, before it answers its first request. */
  into?: (server: TestApp) => void;
}

const onInsert = (table: string, body: string, when = 'before') => [
  sql.raw(`create function planted() returns trigger language plpgsql as $$ begin ${body} end $$`),
  sql.raw(`create trigger a_planted ${when} insert on ${table} for each row execute function planted()`),
];
const onUpdate = (table: string, body: string) => [
  sql.raw(`create function planted() returns trigger language plpgsql as $$ begin ${body} end $$`),
  sql.raw(`create trigger a_planted before update on ${table} for each row execute function planted()`),
];

export const plantedBugs: Planted[] = [
  {
    name: 'the five of a day are counted, and no longer kept unique',
    breaks: /^five a day/,
    statements: [
      sql`alter table shows drop constraint shows_date_day_slot_key`,
      sql`create or replace function take_day_slot() returns trigger language plpgsql as $$
        begin NEW.day_slot := 1; return NEW; end $$`,
    ],
  },
  {
    name: 'the unique index on a pilot in a show is dropped',
    breaks: /^one entry for a pilot/,
    statements: [
      sql`do $$ declare found text; begin
        for found in select i.indexrelid::regclass::text from pg_index i
          where i.indrelid = 'entries'::regclass and i.indisunique and not i.indisprimary
        loop
          begin execute 'drop index ' || found;
          exception when dependent_objects_still_exist then
            execute 'alter table entries drop constraint ' || found; end;
        end loop; end $$`,
    ],
  },
  {
    name: 'versions stay as they are',
    breaks: /^(versions|stale|missing)/,
    statements: [sql`drop trigger entries_touch on entries`],
  },
  {
    name: 'the idempotency key is forgotten',
    breaks: /^repeat/,
    statements: [
      sql`create function planted() returns trigger language plpgsql as $$ begin
        delete from idempotency_records where user_id = NEW.user_id and key = NEW.key and status is not null;
        return null; end $$`,
      sql`create trigger a_planted after insert or update on idempotency_records
        for each row execute function planted()`,
    ],
  },
  {
    name: 'an entry that was acknowledged is lost',
    breaks: /^replay: entry .* is missing/,
    statements: onInsert(
      'entries',
      'if random() < 0.2 then delete from entries where id = NEW.id; end if; return NEW;',
      'after',
    ),
  },
  {
    name: 'a change of a note is acknowledged and not kept',
    breaks: /^(missing|replay)/,
    statements: onUpdate('entries', 'if random() < 0.3 then NEW.notes := OLD.notes; end if; return NEW;'),
  },
  {
    name: 'a creation overwrites what is there',
    breaks: /^(twice|replay|one entry|missing)/,
    statements: onInsert(
      'entries',
      'delete from entries where show_id = NEW.show_id and id <> NEW.id and random() < 0.2; return NEW;',
    ),
  },
  {
    name: 'a deletion is not told in the log',
    breaks: /^(missing|replay|log)/,
    statements: onInsert('events', "if NEW.type = 'entry.deleted' then return null; end if; return NEW;"),
  },
  {
    name: 'archiving a show is acknowledged and undone',
    breaks: /^missing: POST/,
    statements: [
      // The database itself would refuse it.
      sql`drop trigger show_archive_removal_is_told on show_archive`,
      ...onInsert(
        'events',
        `if NEW.type = 'show.archived' then
          perform restore_snapshot(NEW.subject_id::uuid); return null; end if; return NEW;`,
      ),
    ],
  },
  {
    name: 'a live show is imported without its entries',
    breaks: /^missing: the imported show/,
    statements: onInsert(
      'events',
      `if NEW.type = 'show.created' and jsonb_array_length(NEW.after->'entries') > 0 then
        delete from entries where show_id = NEW.show_id;
        NEW.after := jsonb_set(NEW.after, '{entries}', '[]'); end if; return NEW;`,
    ),
  },
  {
    name: 'a snapshot forgets the entries of its show',
    breaks: /^replay: (the snapshot|snapshot|entry)/,
    statements: onInsert('show_archive', "NEW.data := jsonb_set(NEW.data, '{entries}', '[]'); return NEW;"),
  },
  {
    name: 'numbers are given before the commit, by a sequence',
    breaks: /^(readers|log|chain)/,
    statements: [
      sql`create sequence planted start 1000`,
      sql`create or replace function append_event() returns trigger language plpgsql as $$ begin
        NEW.seq := nextval('planted'); NEW.at := clock_timestamp();
        NEW.prev_hash := sha256('x'); NEW.hash := sha256(NEW.seq::text::bytea); return NEW; end $$`,
    ],
  },
  {
    name: 'the stream leaves changes out',
    breaks: /^readers/,
    into: ({ app }) => {
      const { listen } = app.feed;
      app.feed.listen = (listener) => listen((events) => listener(events.filter(({ seq }) => seq % 5 !== 0)));
    },
  },
  {
    name: 'somebody rewrites the log',
    breaks: /^chain/,
    statements: [
      sql`create or replace function guard_events() returns trigger language plpgsql as $$ begin return NEW; end $$`,
      sql`create function planted() returns trigger language plpgsql as $$ begin
        update events set actor_id = null where seq = NEW.seq - 1; return NEW; end $$`,
      sql`create trigger a_planted after insert on events for each row execute function planted()`,
    ],
  },
  {
    name: 'a show keeps its version while its entries change',
    breaks: /^versions: show/,
    statements: [sql`drop trigger entries_touch_show on entries`],
  },
];
