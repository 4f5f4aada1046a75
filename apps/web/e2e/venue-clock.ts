import { venueDate, venueTime } from '@monkey-tracker/contract/calendar';
import type { Page } from 'playwright-core';
import { api } from './steps.ts';

/** Where the shows of these tests are. */
export const zone = 'UTC';
/** Noon of today at the venue, by which the computers of these tests go. */
export const noon = Date.parse(`${venueDate(Date.now(), zone)}T12:00:00Z`);

/** Sets a computer's clock to noon; a test moves it on. The server's answers, which say another time, are not asked. */
export async function beginAtNoon(page: Page): Promise<void> {
  await page.clock.install({ time: noon });
  await page.addInitScript(() => {
    const { get } = Headers.prototype;
    Headers.prototype.get = function (name) {
      return name.toLowerCase() === 'date' ? null : get.call(this, name);
    };
  });
}

/** A venue in that zone, where shows are made so many minutes from noon. */
export async function openVenue(url: string) {
  const call = await api(url);
  await call('PUT', '/api/config', { timeZone: zone, archive: { afterHours: 336 } });
  const makeShow = (minutes: number, label: string) => {
    const at = noon + minutes * 60_000;
    const show = { date: venueDate(at, zone), time: venueTime(at, zone), label };
    return call('POST', '/api/shows', { ...show, leadPilot: 'Nazar', monkeyLead: 'Cleo' });
  };
  return { call, makeShow };
}
