import { expect, test } from 'vitest';
import { admin, api, begin, expectAccessible, openPage, picture, signIn } from './steps.ts';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';

test('saving settings shows first what changes, and changes only that', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/settings');
  const months = page.getByLabel('Keep archived shows (months)');
  await months.fill('1');
  await page.getByRole('button', { name: 'Review changes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('are purged for good').waitFor();
  await picture(page, 'settings-review');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // Somebody else changes another setting while this form is open: it stays changed.
  const call = await api(server.url);
  await call('PUT', '/api/config', { unitLabel: 'Monkey' });
  await months.fill('3');
  await page.keyboard.press('Enter');
  await dialog.getByRole('cell', { name: '3', exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Settings saved').waitFor();
  expect(await call('GET', '/api/config')).toMatchObject({
    unitLabel: 'Monkey',
    archive: { retentionMonths: 3 },
  });
});

test('a database that does not answer is told by its field, and nothing changes', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Work on another database' }).click();
  await page.getByRole('textbox', { name: 'Port' }).fill('1');
  await page.getByRole('textbox', { name: 'Password of the account' }).fill('a guess');
  await page.getByRole('button', { name: 'Test it and change over' }).click();
  await page.getByText('Nothing listens on 127.0.0.1, port 1.').first().waitFor();
  await page.getByRole('alert').waitFor();
  await picture(page, 'settings-storage');
  await expectAccessible(page);
  const call = await api(server.url);
  expect((await call('GET', '/api/config')).postgres.port).not.toBe(1);

  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText(/Backup \S+ is made/).waitFor();
  await page.getByRole('table', { name: 'Backups' }).waitFor();
});

test('what the environment decides is shown and cannot be typed over', async () => {
  const server = await startServer({
    DATA_DIR: dataFolder(),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    SESSION_IDLE_MINUTES: '90',
  });
  const page = await openPage(server.url, { width: 390, height: 844 });
  await signIn(page);
  await page.goto('/settings');
  const idle = page.getByLabel('Sign out after (minutes without use)');
  await idle.waitFor();
  expect(await idle.inputValue()).toBe('90');
  expect(await idle.getAttribute('readonly')).not.toBeNull();
  await picture(page, 'settings-phone');
  await expectAccessible(page);
});
