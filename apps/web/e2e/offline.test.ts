import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';
import { launchDevice } from './browser.ts';
import { openNetwork } from './network.ts';
import { admin, api, fillShow, makeUser, picture, signIn } from './steps.ts';

const grace = { name: 'Grace', email: 'grace@example.org', password: 'nine quiet drones at dawn' };

/** A dispatcher's tablet: what it keeps outlives its browser. */
async function tablet(url: string) {
  const folder = dataFolder();
  let device = await launchDevice(folder, url);
  onTestFinished(() => device.close());
  return {
    page: () => device.pages()[0] ?? device.newPage(),
    async restart() {
      await device.close();
      device = await launchDevice(folder, url);
      return device.pages()[0] ?? device.newPage();
    },
    async killTab() {
      const next = await device.newPage();
      for (const page of device.pages()) if (page !== next) await page.close();
      return next;
    },
  };
}

const line = (page: Page, operator: string) => page.getByRole('listitem', { name: operator });

async function log(page: Page, operator: string, unit: string) {
  await page.getByLabel(`Drone of ${operator}`).fill(unit);
  await page.getByRole('button', { name: `Completed ${operator}` }).click();
  await page.getByRole('button', { name: `Edit entry of ${operator}` }).waitFor();
}

/** The pages are on the device, and open without the network from now on. */
const installed = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

test('a whole show is logged on a bad network, through restarts and an expired session, each entry once', async () => {
  const server = await startServer({
    DATA_DIR: dataFolder(),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  await makeUser(server.url, grace, 'dispatcher');
  const network = await openNetwork(server.url);
  const device = await tablet(network.url);
  let page = await device.page();
  await signIn(page, grace);
  await installed(page);
  await page.getByRole('button', { name: 'New show' }).click();
  await fillShow(page, 'Main 1');
  await log(page, 'Alex', 'D1');
  await line(page, 'Alex').getByText('Confirmed by the server').waitFor();

  network.become('cut');
  await log(page, 'James', 'D2');
  await line(page, 'James').getByText('On this device').waitFor();
  await page.getByText(/Offline · data of/).waitFor();
  await page.getByRole('button', { name: '1 waiting' }).waitFor();
  await picture(page, 'offline');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const warning = page.getByRole('dialog', { name: 'Not everything is with the server yet' });
  await warning.getByText('1 of your changes are on this device alone').waitFor();
  await warning.getByRole('button', { name: 'Cancel' }).click();

  await page.reload();
  await line(page, 'James').getByText('On this device').waitFor();
  await log(page, 'Nazar', 'D3');
  page = await device.restart();
  await page.goto('/');
  await page.getByRole('link', { name: /Main 1/ }).click();
  await log(page, 'Nick', 'D4');
  await line(page, 'Alex').getByRole('button', { name: /Edit/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Notes').fill('written in the dark');
  await dialog.getByRole('button', { name: 'Save entry' }).click();
  await dialog.waitFor({ state: 'detached' });

  // Meanwhile an administrator ends all sessions of hers.
  const call = await api(server.url, grace);
  const { sessions } = await call('GET', '/api/auth/sessions');
  for (const { id, current } of sessions) if (!current) await call('DELETE', `/api/auth/sessions/${id}`);

  page = await device.killTab();
  await page.clock.install();
  await page.goto('/');
  await page.clock.fastForward('10:00');
  await page.getByText(/Offline · data of .*, 1\d min old/).waitFor();
  await page.getByRole('link', { name: /Main 1/ }).click();
  await line(page, 'Nick').getByText('On this device').waitFor();
  network.become({ loss: 0.3 });
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.waitFor({ timeout: 30_000 });
  await picture(page, 'ended-with-waiting');
  network.become('good');
  await again.getByRole('textbox', { name: 'Password' }).fill(grace.password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  network.become({ loss: 0.3 });
  await again.waitFor({ state: 'detached' });
  await log(page, 'Robert', 'D5');
  await expect.poll(() => page.getByText('Confirmed by the server').count(), { timeout: 60_000 }).toBe(5);
  network.become('good');

  const { shows } = await call('GET', '/api/shows');
  const entries: { operator: string; unitId: string; notes: string }[] = shows[0].entries;
  expect(entries.map(({ operator, unitId }) => `${operator} ${unitId}`).toSorted()).toEqual([
    'Alex D1',
    'James D2',
    'Nazar D3',
    'Nick D4',
    'Robert D5',
  ]);
  expect(entries.find(({ operator }) => operator === 'Alex')?.notes).toBe('written in the dark');
});
