import { expect, test } from 'vitest';
import { begin, expectAccessible, openPage, picture, signIn } from './steps.ts';

test('somebody is invited by a link, chooses a password on their own device and is in', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/users');
  await page.getByText('There is no mail server').waitFor();
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Dana Diaz');
  await dialog.getByLabel('Email').fill('dana');
  await page.keyboard.press('Enter');
  await dialog.getByText('Email must look like').waitFor();
  await dialog.getByLabel('Email').fill('dana@example.org');
  await page.keyboard.press('Enter');
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await picture(page, 'invitation-link');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const card = page.getByRole('article', { name: 'Dana Diaz' });
  await card.getByText('Invited').waitFor();
  await picture(page, 'users-invited');
  await expectAccessible(page);

  const phone = await openPage(server.url, { width: 390, height: 844 });
  await phone.goto(link);
  await phone.getByRole('textbox', { name: 'Password' }).fill('dana diaz dana');
  await phone.keyboard.press('Enter');
  await phone.getByRole('alert').waitFor();
  await picture(phone, 'invitation-phone');
  await expectAccessible(phone);
  await phone.getByRole('textbox', { name: 'Password' }).fill('seven quiet herons at dusk');
  await phone.keyboard.press('Enter');
  await phone.getByRole('link', { name: 'Archive' }).first().waitFor({ state: 'attached' });
  await page.reload();
  const reset = page.getByRole('button', { name: 'Reset link for Dana Diaz' });
  await expect.poll(() => reset.count()).toBe(1);
});
