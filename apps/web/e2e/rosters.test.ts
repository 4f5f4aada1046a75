import { expect, test } from 'vitest';
import { api, begin, expectAccessible, makeShowToday, openPage, picture, signIn } from './steps.ts';

test('names are pasted, previewed and saved, and two who change the rosters keep each other’s work', async () => {
  const { server, page } = await begin();
  const call = await api(server.url);
  await makeShowToday(call, 'Finale');
  await signIn(page);
  const other = await openPage(server.url, { width: 820, height: 1180 });
  await signIn(other);
  await Promise.all([page.goto('/rosters'), other.goto('/rosters')]);

  const pilots = page.getByLabel('Pilots', { exact: true });
  await pilots.waitFor();
  await pilots.evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text', 'Zoë\nNICK; 李雷\tŁukasz');
    const area = field as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByText('New: ').first().waitFor();
  await page.getByText('There twice: NICK (as Nick)').waitFor();
  await pilots.fill((await pilots.inputValue()).replace('Nazar\n', ''));
  await page.getByText('Nazar flies in one active show, first Finale').waitFor();
  await picture(page, 'rosters-preview');
  await expectAccessible(page);

  await other.getByLabel('Crew', { exact: true }).fill('Alex\nBea');
  await other.getByRole('button', { name: 'Save rosters' }).click();
  await page.getByText('Somebody else has just changed the rosters').waitFor();
  expect(await page.getByLabel('Crew', { exact: true }).inputValue()).toBe('Alex\nBea');
  await page.getByRole('button', { name: 'Save rosters' }).click();
  await page.getByText('Rosters saved').waitFor();
  await page.getByText('− Nazar').first().waitFor();
  await picture(page, 'rosters-history');
  await expectAccessible(page);
  const staff = await call('GET', '/api/staff');
  expect(staff.crew).toEqual(['Alex', 'Bea']);
  expect(staff.pilots).toContain('李雷');
  expect(staff.pilots).not.toContain('Nazar');
  await picture(other, 'rosters-tablet');
});

test('who leaves the page with names half typed and comes back does not undo what others did meanwhile', async () => {
  const { server, page } = await begin();
  const call = await api(server.url);
  await signIn(page);
  await page.goto('/rosters');
  const leads = page.getByLabel('Monkey leads', { exact: true });
  await leads.fill(`${await leads.inputValue()}\nZoe`);
  await page.getByRole('link', { name: 'Archive' }).first().click();
  await page.getByRole('heading', { name: 'Archive' }).waitFor();
  const staff = await call('GET', '/api/staff');
  await call('PUT', '/api/staff', { ...staff, monkeyLeads: [...staff.monkeyLeads, 'Bea'] });
  await page.goto('/rosters');
  await page.getByText('Somebody else has just changed the rosters').waitFor();
  await page.getByRole('button', { name: 'Save rosters' }).click();
  await page.getByText('Rosters saved').waitFor();
  const { monkeyLeads } = await call('GET', '/api/staff');
  expect(monkeyLeads).toEqual(expect.arrayContaining(['Bea', 'Zoe', 'Cleo']));
});
