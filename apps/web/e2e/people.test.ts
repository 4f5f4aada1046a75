import { expect, test } from 'vitest';
import {
  admin,
  api,
  begin,
  expectAccessible,
  makeShowToday,
  makeUser,
  openPage,
  picture,
  signIn,
} from './steps.ts';

const dana = { name: 'Dana Diaz', email: 'dana@example.org', password: 'seven quiet herons at dusk' };

test('a token is made, works for a script, and is refused once it is revoked', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await dialog.getByText('Name is required').waitFor();
  await dialog.getByLabel('Name').fill('Nightly export');
  await page.keyboard.press('Enter');
  const token = await dialog.getByRole('textbox', { name: 'Token' }).inputValue();
  await picture(page, 'token');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();

  const ask = () => fetch(`${server.url}/api/shows`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('There is none.').waitFor();
  expect((await ask()).status).toBe(401);
  expect(await page.content()).not.toContain(token);
});

test('an administrator sees where somebody is signed in, signs them out, and disables them', async () => {
  const { server, page } = await begin();
  await makeUser(server.url, dana, 'dispatcher');
  const hers = await openPage(server.url);
  await signIn(hers, dana);
  await signIn(page, admin);
  await page.goto('/users');
  await page.getByRole('button', { name: 'Sessions and tokens of Dana Diaz' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Chrome on Linux/).waitFor();
  await picture(page, 'user-sessions');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page
    .getByRole('dialog', { name: 'Sign this user out everywhere?' })
    .getByRole('button', { name: 'Sign out everywhere' })
    .click();
  await dialog.getByText('Not signed in anywhere.').waitFor();

  await hers.goto('/archive');
  await hers.getByRole('textbox', { name: 'Password' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Disable Dana Diaz' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click();
  await page.getByRole('article', { name: 'Dana Diaz' }).getByText('Disabled').waitFor();
  const { users } = await (await api(server.url))('GET', '/api/users');
  expect(users).toContainEqual(expect.objectContaining({ email: dana.email, disabled: true }));
  await picture(page, 'users-disabled');
  await expectAccessible(page);
});

test('the first page and the notices of exceptions are as a person wants them', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/account');
  await page.getByLabel('First page').selectOption('analytics');
  await page.getByLabel('Tell me when somebody logs').check();
  await page.getByRole('button', { name: 'Save profile' }).click();
  await page.getByText('Saved').waitFor();
  await picture(page, 'account');
  await expectAccessible(page);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Analytics' }).waitFor();

  await makeUser(server.url, dana, 'dispatcher');
  const call = await api(server.url, dana);
  const show = await makeShowToday(call);
  await call('POST', `/api/shows/${show.id}/entries`, {
    operator: 'Nick',
    unitId: 'D7',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Abort',
    primaryIssue: 'Battery',
    severity: 'Minor contained',
  });
  const notice = page.getByText('Nick, D7: Abort, Battery');
  await expect.poll(() => notice.count()).toBe(1);
});
