import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';
import { admin, api, expectAccessible, makeShowToday, openPage, picture, signIn } from './steps.ts';

/** A program that takes messages, as a spreadsheet would. */
async function receiver() {
  const bodies: string[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      bodies.push(body);
      answer.end('thank you');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address of this kind.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, bodies };
}

test('an administrator sets the webhook up, tests it, and sees what became of each message', async () => {
  const other = await receiver();
  const server = await startServer({
    DATA_DIR: dataFolder(),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    WEBHOOK_ALLOW_HOSTS: '127.0.0.1',
  });
  const page = await openPage(server.url);
  await signIn(page);
  await page.goto('/webhook');
  await page.getByLabel('Send entries to the webhook').check();
  await page.getByRole('textbox', { name: 'Address' }).fill('http://169.254.169.254/latest');
  await page.getByRole('button', { name: 'Save webhook' }).click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid'))
    .toBe('true');
  await page.getByRole('textbox', { name: 'Address' }).fill(other.url);
  await page.getByRole('textbox', { name: 'Secret' }).fill('a canary in the mine');
  await page.getByRole('button', { name: 'Save webhook' }).click();
  await page.getByText('A secret has visible ASCII characters without blanks').waitFor();
  await page.getByRole('textbox', { name: 'Secret' }).fill('a-canary-in-the-mine');
  await page.getByRole('button', { name: 'Save webhook' }).click();
  await page.getByText('Webhook saved').waitFor();

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('delivered').last().waitFor();
  const call = await api(server.url);
  const show = await makeShowToday(call);
  await call('POST', `/api/shows/${show.id}/entries`, {
    operator: 'Alex',
    unitId: 'D1',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
  });
  await page.getByText('entry.created').first().waitFor();
  await expect.poll(() => other.bodies.length).toBe(2);
  await page.locator('summary').first().click();
  await page.getByText('thank you').first().waitFor();
  await picture(page, 'webhook');
  await expectAccessible(page);
  expect(await page.content()).not.toContain('a-canary-in-the-mine');

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('The webhook is paused').waitFor();
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByText('The webhook is paused. An administrator paused it.').waitFor();
  await picture(page, 'webhook-notice');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Webhook and its deliveries' }).click();
  await page.getByRole('button', { name: 'Go on sending' }).click();
  await page.getByText('The webhook is paused').waitFor({ state: 'detached' });
});
