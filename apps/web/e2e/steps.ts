import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { dataFolder, startServer } from '../../server/src/start/testing/server.ts';
import { launchBrowser } from './browser.ts';

/** What people do in the tests of the pages. */

export interface Person {
  name: string;
  email: string;
  password: string;
}

export const admin = { name: 'Ada', email: 'ada@example.org', password: 'seven purple kites over Linz' };

/** Where the pictures for people go; nowhere unless asked. */
const pictures = process.env.PICTURES;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A person at a computer of their own. Whatever the browser complains of fails the test. */
export async function openPage(url: string, size = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, baseURL: url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is part of the story; a broken page or policy is not.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return page;
}

export async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** Until the page is there and nothing on it fades in: half-way, colours are those of nobody's design. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

export async function signIn(page: Page, { email, password }: Person = admin): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Archive' }).first().waitFor({ state: 'attached' });
}

/** A new server with an administrator, and their computer, signed out. */
export async function begin() {
  const server = await startServer({
    DATA_DIR: dataFolder(),
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  return { server, page: await openPage(server.url) };
}

/** Calls the API as a person, beside the pages. */
export async function api(url: string, person: Person = admin) {
  const headers = { 'content-type': 'application/json' };
  const login = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: person.email, password: person.password }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && headers), authorization: `Bearer ${accessToken}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Makes a user with a role; the person then signs in with their password. */
export async function makeUser(url: string, person: Person, role: string): Promise<void> {
  const call = await api(url);
  await call('POST', '/api/users', {
    email: person.email,
    displayName: person.name,
    password: person.password,
    roles: [role],
  });
}

/** Makes a show of today beside the pages, late in the evening. */
export function makeShowToday(call: Awaited<ReturnType<typeof api>>, label = 'Main') {
  const date = new Date().toISOString().slice(0, 10);
  const people = { leadPilot: 'Nazar', monkeyLead: 'Cleo' };
  return call('POST', '/api/shows', { date, time: '21:00', label, ...people });
}

/** Fills the dialog for a new show. */
export async function fillShow(page: Page, label: string, time = '20:00'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Time').fill(time);
  await dialog.getByLabel('Label').fill(label);
  await dialog.getByLabel('Lead pilot').fill('Nazar');
  await dialog.getByLabel('Monkey lead').fill('Cleo');
  await dialog.getByRole('button', { name: 'Create show' }).click();
  await dialog.waitFor({ state: 'detached' });
}
