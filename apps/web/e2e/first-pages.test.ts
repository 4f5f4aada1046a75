import { expect, test } from 'vitest';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';
import { admin, begin, expectAccessible, fillShow, makeUser, openPage, picture, signIn } from './steps.ts';

const dispatcher = { name: 'Grace', email: 'grace@example.org', password: 'nine quiet drones at dawn' };

test('from an empty folder to a logged entry that a second browser sees at once', async () => {
  const server = await startServer({ DATA_DIR: dataFolder() });
  const one = await openPage(server.url);

  await one.goto(`/setup#token=${server.setupToken}`);
  await picture(one, 'setup');
  await expectAccessible(one);
  await one.getByLabel('Your name').fill(admin.name);
  await one.getByRole('textbox', { name: 'Email' }).fill(admin.email);
  await one.getByRole('textbox', { name: 'Password' }).fill('password1234');
  await one.getByRole('button', { name: 'Create account' }).click();
  await one
    .getByText(/too (easy|common)|guess|common|easy/i)
    .first()
    .waitFor();
  await one.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await one.getByRole('button', { name: 'Create account' }).click();

  await one.getByRole('link', { name: 'Go to today' }).click();
  await one.getByRole('button', { name: 'New show' }).waitFor();
  await picture(one, 'empty-day');
  await expectAccessible(one);
  await one.getByRole('button', { name: 'New show' }).click();
  await fillShow(one, 'Main 1');

  const two = await openPage(server.url);
  await signIn(two, admin);
  await two.getByRole('link', { name: /Main 1/ }).click();
  const form = one.getByRole('listitem', { name: 'Alex' });
  await form.getByLabel('Drone of Alex').fill('D7');
  await form.getByRole('button', { name: 'Completed Alex' }).click();
  await one.getByRole('button', { name: 'Edit entry of Alex: Completed' }).waitFor();
  const seen = two.getByRole('listitem', { name: 'Alex' }).getByText('D7', { exact: true });
  await expect.poll(() => seen.isVisible()).toBe(true);
  await picture(two, 'show');
  await expectAccessible(two);

  await two.reload();
  await two.getByRole('listitem', { name: 'Alex' }).getByText('D7', { exact: true }).waitFor();
});

test('the form says what is missing, field by field, before anything is sent', async () => {
  const { page } = await begin();
  await signIn(page, admin);
  await page.getByRole('button', { name: 'New show' }).click();
  await page.getByRole('button', { name: 'Create show' }).click();
  for (const sentence of [
    'Time is required',
    'Label is required',
    'Lead pilot is required',
    'Monkey lead is required',
  ]) {
    await page.getByText(sentence).waitFor();
  }
  await fillShow(page, 'Late 1');
  await page.getByRole('button', { name: 'Abort Alex' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Log entry' }).click();
  for (const sentence of [
    'Unit is required',
    'Primary issue is required unless Completed',
    'Severity is required unless Completed',
  ]) {
    await panel.getByText(sentence).waitFor();
  }
  const unit = panel.getByLabel('Drone ID');
  expect(await unit.evaluate((field) => field === document.activeElement)).toBe(true);
  await picture(page, 'entry-errors');
  await expectAccessible(page);
});

test('a viewer is offered nothing that the server would refuse', async () => {
  const { server } = await begin();
  await makeUser(server.url, dispatcher, 'viewer');
  const other = await openPage(server.url);
  await signIn(other, dispatcher);
  await other
    .getByText(/0 of 5/)
    .first()
    .waitFor();
  expect(await other.getByRole('button', { name: 'New show' }).count()).toBe(0);
  expect(await other.getByRole('link', { name: 'Users' }).count()).toBe(0);
  await picture(other, 'viewer');
});

test('a page that is opened without a sign-in leads to it, and back', async () => {
  const { page } = await begin();
  await page.goto('/days/2026-12-24');
  await page.getByRole('textbox', { name: 'Email' }).fill(admin.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong wrong wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Invalid email or password').waitFor();
  await picture(page, 'sign-in');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('24 December 2026').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/days/2026-12-24');
});
