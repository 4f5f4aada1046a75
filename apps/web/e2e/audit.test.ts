import { expect, test } from 'vitest';
import { api, begin, expectAccessible, makeShowToday, makeUser, picture, signIn } from './steps.ts';

const dana = { name: 'Dana Diaz', email: 'dana@example.org', password: 'seven quiet herons at dusk' };

test('a change is found, read field by field, undone from the log, and the log is saved and verified', async () => {
  const { server, page } = await begin();
  await makeUser(server.url, dana, 'dispatcher');
  const call = await api(server.url, dana);
  const show = await makeShowToday(call);
  const entries = `/api/shows/${show.id}/entries`;
  const entry = await call('POST', entries, {
    operator: 'Nick',
    unitId: 'D7',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
    notes: 'right',
  });
  await call('PUT', `${entries}/${entry.id}`, { notes: 'wrong', actions: ['Reboot'] });
  await call('DELETE', `${entries}/${entry.id}`);

  await signIn(page);
  await page.goto('/audit');
  await page.getByLabel('Person').selectOption({ label: 'Dana Diaz' });
  await page.getByLabel('Action').selectOption({ label: 'Entry updated' });
  await expect.poll(() => page.getByRole('article').count()).toBe(1);
  expect(page.url()).toContain('type=entry.updated');
  await page.getByText('What changed').click();
  const table = page.getByRole('table', { name: /What change \d+ changed/ });
  await table.getByRole('row', { name: 'Notes right wrong' }).waitFor();
  await table.getByRole('row', { name: 'Actions nothing Reboot' }).waitFor();
  await picture(page, 'audit-difference');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'All changes of this record' }).click();
  await expect.poll(() => page.getByRole('article').count()).toBe(3);
  await page.getByText('What changed').last().click();
  await page.getByRole('button', { name: /As it was then/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The entry is gone.').waitFor();
  await picture(page, 'audit-then');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Put it back to this' }).click();
  await page.getByText('Restored, as a new change').waitFor();
  expect((await call('GET', `/api/shows/${show.id}`)).entries).toMatchObject([
    { id: entry.id, notes: 'right' },
  ]);
  await expect.poll(() => page.getByRole('article').count()).toBe(4);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('monkey-tracker_audit.csv');
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(/The chain of \d+ changes is whole/).waitFor();
  await page.getByLabel('To').fill('2020-01-01');
  await page.getByText('No change fits this search').waitFor();
});
