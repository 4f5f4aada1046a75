import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openNetwork } from './network.ts';
import { begin, expectAccessible, makeUser, openPage, picture, signIn } from './steps.ts';
import { beginAtNoon, openVenue } from './venue-clock.ts';

const viewer = { name: 'Vera', email: 'vera@example.org', password: 'nine quiet drones at dawn' };
const nominal = { unitId: 'D1', planned: 'Yes', launched: 'Yes', status: 'Completed', operator: 'Alex' };

/** A venue with a running show and one to come, and a viewer at a screen that counts how often it is kept awake. */
async function venue(size = { width: 1366, height: 768 }) {
  const { server } = await begin();
  const { call, makeShow } = await openVenue(server.url);
  await makeUser(server.url, viewer, 'viewer');
  const running = await makeShow(-20, 'Main 1');
  await makeShow(60, 'Late 1');
  const log = (fields: object) => call('POST', `/api/shows/${running.id}/entries`, { ...nominal, ...fields });
  await log({ operator: 'Alex' });
  const failed = { primaryIssue: 'Battery', subIssue: 'low voltage', severity: 'Minor contained' };
  await log({
    operator: 'Nazar',
    unitId: 'D4',
    launched: 'No',
    status: 'No-launch',
    ...failed,
    delaySec: 90,
  });
  const network = await openNetwork(server.url);
  const page = await openPage(network.url, size);
  await beginAtNoon(page);
  await page.addInitScript(() => {
    const asked = Object.assign(window, { wakeLocks: 0 });
    const held = { released: false, release: () => Promise.resolve() };
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: () => {
          asked.wakeLocks += 1;
          return Promise.resolve({ ...held, released: asked.wakeLocks === 1 });
        },
      },
    });
  });
  return { page, network, log, running, makeShow };
}

const wakeLocks = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'wakeLocks')));
const pilot = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Pilots' }).getByRole('listitem').filter({ hasText: name });

test('a viewer sees the running show, entry by entry, and the next one when its time has come', async () => {
  const { page, log } = await venue();
  await signIn(page, viewer);
  await page.goto('/wall');
  await page.getByRole('heading', { name: '11:40 Main 1' }).waitFor();
  await page.getByText('Running since 11:40').waitFor();
  await pilot(page, 'Nazar').getByText('No-launch').waitFor();
  await pilot(page, 'Nazar').getByText('Battery: low voltage').waitFor();
  await pilot(page, 'Robert').getByText('Not logged').waitFor();
  expect(await page.getByRole('list', { name: 'Numbers of the show' }).innerText()).toMatch(
    /1\s*Completed\s*1\s*No-launch\s*0\s*Abort\s*4\s*not logged/,
  );
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.getByRole('status', { name: 'Connection' }).getByText('Live').waitFor();
  await picture(page, 'wall-1366');
  await expectAccessible(page);

  await log({ operator: 'Robert', unitId: 'D6' });
  await pilot(page, 'Robert').getByText('Completed').waitFor();
  await page.clock.fastForward('01:00:30');
  await page.getByRole('heading', { name: '13:00 Late 1' }).waitFor();
  await page.getByText('Running since 13:00').waitFor();
  expect(await page.getByLabel('Time at the venue').innerText()).toBe('13:00');
});

test('it stays on one show where the address names it, and Escape leaves', async () => {
  const { page, running } = await venue();
  await signIn(page, viewer);
  await page.goto(`/wall/${running.id}`);
  await page.getByRole('heading', { name: 'Main 1' }).waitFor();
  await page.clock.fastForward('02:00:00');
  await page.getByText('Started at 11:40').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('article', { name: /Late 1/ }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/days\//);
});

test('it keeps the screen awake, again when it comes back to sight', async () => {
  const { page } = await venue();
  await signIn(page, viewer);
  await page.goto('/wall');
  await page.getByRole('heading', { name: 'Main 1' }).waitFor();
  await expect.poll(() => wakeLocks(page)).toBeGreaterThan(0);
  const before = await wakeLocks(page);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => wakeLocks(page)).toBe(before + 1);
});

test('after a day it shows the shows of the new day', async () => {
  const { page, makeShow } = await venue();
  await makeShow(24 * 60 + 30, 'Tomorrow 1');
  await signIn(page, viewer);
  await page.goto('/wall');
  await page.getByRole('heading', { name: 'Main 1' }).waitFor();
  await page.clock.fastForward('24:00:00');
  await page.getByRole('heading', { name: '12:30 Tomorrow 1' }).waitFor();
  await page.getByText('Starts in 30 min').waitFor();
  await page.getByRole('status', { name: 'Connection' }).getByText('Live').waitFor();
  expect(await page.getByText('Main 1').count()).toBe(0);
});

test('it says since when it is not live, goes on showing what it has, and comes back by itself', async () => {
  const { page, network, log } = await venue();
  await signIn(page, viewer);
  await page.goto('/wall');
  await page.getByRole('status', { name: 'Connection' }).getByText('Live').waitFor();
  network.become('cut');
  await page.getByText(/Not live since 12:0\d/).waitFor();
  await page.getByRole('heading', { name: 'Main 1' }).waitFor();
  await picture(page, 'wall-offline');
  await log({ operator: 'Robert' });
  network.become('good');
  await page.clock.fastForward('00:30');
  await pilot(page, 'Robert').getByText('Completed').waitFor();
  await page.getByRole('status', { name: 'Connection' }).getByText('Live').waitFor();
  expect(await page.getByText('Not live').count()).toBe(0);
});

test.each([
  ['wall-1920', 1920, 1080],
  ['wall-820', 820, 1180],
  ['wall-390', 390, 844],
] as const)('it fits the screen: %s', async (name, width, height) => {
  const { page } = await venue({ width, height });
  await signIn(page, viewer);
  await page.goto('/wall');
  await page.getByRole('heading', { name: 'Main 1' }).waitFor();
  await pilot(page, 'Nazar').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await picture(page, name);
  await expectAccessible(page);
});
