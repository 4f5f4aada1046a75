import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { api, begin, expectAccessible, picture, signIn } from './steps.ts';

/** A venue with a month of demo shows in its archive, on the screen. */
async function archive() {
  const { server, page } = await begin();
  const call = await api(server.url);
  await call('POST', '/api/demo', {});
  await signIn(page);
  await page.goto('/archive');
  const list = page.getByRole('list', { name: 'Archived shows' });
  await list.waitFor();
  return { server, page, call, list };
}

test('the archive is a calendar and a list; a day leads to its shows, and the address says so', async () => {
  const { page, list } = await archive();
  const days = page.getByRole('region', { name: 'Days' }).getByRole('link');
  await expect.poll(() => days.count()).toBeGreaterThan(10);
  expect(await days.first().getAttribute('aria-label')).toMatch(/^\d{4}-\d\d-\d\d: .+ %, n \d+$/);
  await picture(page, 'archive-calendar');
  await page.getByLabel('Calendar of').selectOption('avgDelaySec');
  await expect.poll(() => days.first().getAttribute('aria-label')).toMatch(/s, n \d+$/);
  await days.first().click();
  const date = new URL(page.url()).searchParams.get('from');
  await expect.poll(() => list.getByRole('link').first().innerText()).toContain(date);
  await page
    .getByText(/^n \d+/)
    .first()
    .waitFor();
  await page.reload();
  await expect.poll(() => list.getByRole('link').first().innerText()).toContain(date);
  await expectAccessible(page);
});

test('a search finds by name, an archived show is there in full, with who changed what', async () => {
  const { page, call, list } = await archive();
  const { shows } = await call('GET', '/api/shows');
  await call('POST', `/api/shows/${shows[0].id}/archive`);
  const count = await list.getByRole('listitem').count();
  await page.getByRole('searchbox', { name: 'Search' }).fill('Leslie');
  await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(count);
  await page.getByRole('button', { name: 'All shows' }).click();
  await page.goto(`/shows/${shows[0].id}`);
  await page.getByRole('region', { name: 'History' }).getByText('show.archived').waitFor();
  expect(await page.getByRole('button', { name: /^Completed/ }).count()).toBe(0);
  await picture(page, 'archived-show');
  await expectAccessible(page);
});

test('entries are exported with the 24 columns, and a nonsense search says that nothing fits', async () => {
  const { page } = await archive();
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Make the file' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  const [head, ...rows] = text.trim().split('\n');
  expect(head?.split(',').slice(0, 4)).toEqual(['showId', 'showDate', 'showTime', 'showLabel']);
  expect(head?.split(',')).toHaveLength(24);
  expect(rows.length).toBeGreaterThan(100);
  await dialog.getByText(/^Done/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such name anywhere');
  await page.getByText('No archived show fits').waitFor();
});

test('purging is seen, paused by an administrator, and goes on', async () => {
  const { page } = await archive();
  const retention = page.getByRole('region', { name: 'Retention' });
  await retention.getByText(/kept for 2 months/).waitFor();
  await retention.getByRole('button', { name: 'Pause purging' }).click();
  await retention.getByText(/Purging is paused by/).waitFor();
  await page.reload();
  await retention.getByRole('button', { name: 'Go on purging' }).click();
  expect(await retention.getByText(/paused/).count()).toBeLessThanOrEqual(1);
  await retention.getByRole('button', { name: 'Pause purging' }).waitFor();
});
