import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { admin, begin, expectAccessible, openPage, picture, signIn } from './steps.ts';

const codeOf = (secret: string, stepsAhead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * 30_000 });

async function askToSignIn(page: Page, code: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Email' }).fill(admin.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Code' });
  await field.fill(code);
  await page.keyboard.press('Enter');
}

test('a second factor is turned on with an app, asked for at sign-in, and replaced by a recovery code', async () => {
  const { server, page } = await begin();
  await signIn(page);
  await page.goto('/account');
  await page.getByText('Off: the password alone signs you in.').waitFor();
  await page.getByRole('button', { name: 'Turn on' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill('a wrong password');
  await page.keyboard.press('Enter');
  await dialog.getByText('The password is wrong').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(admin.password);
  await page.keyboard.press('Enter');
  const secret = await dialog.getByRole('textbox', { name: 'Key' }).inputValue();
  await picture(page, 'two-factor-on');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, -1));
  await page.keyboard.press('Enter');
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect.poll(() => codes.count()).toBe(10);
  const recoveryCode = (await codes.first().textContent()) ?? '';
  await picture(page, 'recovery-codes');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Recovery codes left: 10').waitFor();

  const phone = await openPage(server.url, { width: 390, height: 844 });
  await askToSignIn(phone, '000000');
  await phone.getByText('This code is wrong').first().waitFor();
  await picture(phone, 'two-factor-sign-in');
  await expectAccessible(phone);
  await phone.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await phone.keyboard.press('Enter');
  await phone.getByRole('link', { name: 'Archive' }).first().waitFor({ state: 'attached' });

  const tablet = await openPage(server.url, { width: 820, height: 1180 });
  await askToSignIn(tablet, recoveryCode.toLowerCase());
  await tablet.getByRole('link', { name: 'Archive' }).first().waitFor({ state: 'attached' });
  await page.reload();
  await page.getByText('Recovery codes left: 9').waitFor();
});
