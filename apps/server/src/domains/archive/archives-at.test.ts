import { venueMoment } from '@monkey-tracker/contract/calendar';
import type { Db } from '@monkey-tracker/db/client';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Moscow',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
];

/** Past years: of the coming ones two releases of the time zone database need not say the same. */
const years = { min: 2005, max: 2024 };
const dayMs = 86_400_000;
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The days of a year that are not 24 hours long, each with its neighbours. */
function daysAroundChanges(zone: string, year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const days = Array.from({ length: 365 }, (_, index) => first + index * dayMs);
  const noon = (at: number) => venueMoment(dateOf(at), '12:00', zone);
  return days
    .filter((day) => noon(day) - noon(day - dayMs) !== dayMs)
    .flatMap((day) => [dateOf(day - dayMs), dateOf(day), dateOf(day + dayMs)]);
}

const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What the function that decides about archiving says, less the hours it waits. */
async function askPostgres(db: Db, zone: string, asked: { date: string; time: string }[]): Promise<number[]> {
  await db.execute(sql`update app_config set time_zone = ${zone}`);
  const { rows } = await db.execute<{ at: string }>(sql`
    select epoch_ms(archives_at(jsonb_populate_record(null::shows, asked))
      - make_interval(hours => archive_after_hours)) as at
    from app_config, jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as list (asked, place)
    order by place`);
  return rows.map(({ at }) => Number(at));
}

it('the pages and PostgreSQL agree about the moment of a show, whatever the clocks do that day', async () => {
  const { db } = (await testApp()).app.database;
  const around = fc.tuple(fc.constantFrom(...zones), fc.integer(years));
  const anyDay = fc.integer({ min: Date.UTC(years.min), max: Date.UTC(years.max) }).map(dateOf);
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(
      around,
      anyDay,
      fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 12 }),
      async ([zone, year], day, minutes) => {
        const changing = daysAroundChanges(zone, year);
        changes += changing.length;
        const nightly = [0, 30, 59, 60, 90, 119, 120, 150, 179, 180, 185];
        const asked = [...changing, day].flatMap((date) =>
          [...nightly, ...minutes].map((minute) => ({ date, time: timeOf(minute) })),
        );
        expect(await askPostgres(db, zone, asked)).toEqual(
          asked.map(({ date, time }) => venueMoment(date, time, zone)),
        );
      },
    ),
    { numRuns: 60 },
  );
  expect(changes).toBeGreaterThan(0);
});
