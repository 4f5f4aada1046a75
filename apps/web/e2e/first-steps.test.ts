import { expect, test } from 'vitest';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';
import { admin, api, begin, expectAccessible, makeUser, openPage, picture, signIn } from './steps.ts';

const viewer = { name: 'Vera', email: 'vera@example.org', password: 'nine quiet drones at dawn' };
const fixture = (name: string) => `apps/server/src/domains/import/fixtures/${name}`;

const stepOf = (page: Awaited<ReturnType<typeof openPage>>, title: string) =>
  page.getByRole('listitem', { name: title });

test('a new administrator lands on a list of what is to do, each step with its true state', async () => {
  const server = await startServer({ DATA_DIR: dataFolder() });
  const page = await openPage(server.url);
  await page.goto(`/setup#token=${server.setupToken}`);
  await page.getByLabel('Your name').fill(admin.name);
  await page.getByRole('textbox', { name: 'Email' }).fill(admin.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await page.getByText('0 of 6 done').waitFor();
  expect(new URL(page.url()).pathname).toBe('/first-steps');
  await picture(page, 'first-steps-1366');
  await expectAccessible(page);

  const call = await api(server.url);
  await call('PUT', '/api/config', { unitLabel: 'Monkey' });
  await stepOf(page, 'Time zone and unit label').getByText('Done', { exact: true }).waitFor();
  await makeUser(server.url, viewer, 'viewer');
  await stepOf(page, 'Backup').getByRole('button', { name: 'Tick as done' }).click();
  await stepOf(page, 'Backup').getByText('Done, ticked by hand').waitFor();
  await stepOf(page, 'Users').getByText('Done', { exact: true }).waitFor();
  await stepOf(page, 'Backup').getByRole('button', { name: 'Untick' }).click();
  await stepOf(page, 'Backup').getByText('To do').waitFor();
});

test('demo data comes with one click, is seen at once by others, and goes again', async () => {
  const { server, page } = await begin();
  await makeUser(server.url, viewer, 'viewer');
  const other = await openPage(server.url);
  await signIn(other, viewer);
  await other.getByText('They appear here as soon as a dispatcher makes them').waitFor();
  await signIn(page);
  await page.getByRole('link', { name: 'See what is left' }).click();
  await page.getByRole('button', { name: 'Fill with demo data' }).click();
  await page.getByText(/Demo data is here: 3 live shows/).waitFor();
  await other.getByText('3 of 5 shows').waitFor();
  await other.getByRole('article', { name: /^Running since/ }).waitFor();
  await picture(page, 'first-steps-demo');
  await picture(other, 'day-demo');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove demo data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove demo data' }).click();
  await page.getByRole('button', { name: 'Fill with demo data' }).waitFor();
  await other.getByText('0 of 5 shows').waitFor();
  expect(await other.getByRole('article').count()).toBe(0);
});

test('the reminder on the day page can be put away for good', async () => {
  const { page } = await begin();
  await signIn(page);
  await page.getByRole('link', { name: 'See what is left' }).click();
  await page.getByRole('button', { name: 'Stop reminding me' }).click();
  await page.getByRole('button', { name: 'Remind me on the day page' }).waitFor();
  await page.getByRole('link', { name: 'Go to today' }).click();
  await page.getByRole('button', { name: 'New show' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'New show' }).waitFor();
  expect(await page.getByText('First steps').count()).toBe(0);
});

test('the old software’s files are checked first, then imported', async () => {
  const { page } = await begin();
  await signIn(page);
  await page.goto('/import');
  const files = ['archive.json', 'shows.json', 'staff.json'].map(fixture);
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: 'Check the files' }).click();
  const report = page.getByRole('region', { name: 'Report' });
  await report.getByText('Nothing was changed.').waitFor();
  const rowOf = (name: string) => report.getByRole('row').filter({ hasText: name }).innerText();
  const would = await rowOf('Archived shows');
  await picture(page, 'import-checked');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await report.getByText('The import is done').waitFor();
  expect(await rowOf('Archived shows')).toBe(would);
});

test('a file that is none of the old software is named', async () => {
  const { page } = await begin();
  await signIn(page);
  await page.goto('/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await page.getByRole('button', { name: 'Check the files' }).click();
  await page.getByText('notes.json holds neither shows nor rosters of the old software').waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
});

test.each([
  ['first-steps-820', 820, 1180],
  ['first-steps-390', 390, 844],
] as const)('the list fits the screen: %s', async (name, width, height) => {
  const { server } = await begin();
  const page = await openPage(server.url, { width, height });
  await signIn(page);
  await page.goto('/first-steps');
  await page.getByText(/of 6 done/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await picture(page, name);
  await expectAccessible(page);
});
