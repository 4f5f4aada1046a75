import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { shortcuts } from '../src/ui/shortcuts/shortcuts.ts';
import { admin, api, begin, expectAccessible, makeUser, openPage, picture, signIn } from './steps.ts';

/** A person's hands on the keyboard; the mouse stays where it is, and every key is counted. */
function hands(page: Page) {
  let count = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      count += 1;
      await page.keyboard.press(key);
    }
  };
  const type = async (text: string) => {
    count += text.length;
    await page.keyboard.type(text);
  };
  /** Tab until something has the focus, as people do. */
  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let tries = 0; tries < 40; tries++) {
      if (name.test(await focused(page))) return;
      await press(key);
    }
    throw new Error(`${key} never comes to ${String(name)}`);
  };
  const sinceThen = () => {
    const before = count;
    return () => count - before;
  };
  return { press, type, tabTo, sinceThen };
}

/** What has the focus, by its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });

async function entriesOf(url: string, label: string) {
  const call = await api(url);
  const { shows } = await call('GET', '/api/shows');
  const show = shows.find((one: { label: string }) => one.label === label);
  return (show?.entries ?? []) as {
    operator: string;
    unitId: string;
    status: string;
    subIssue: string;
  }[];
}

type Logged = Awaited<ReturnType<typeof entriesOf>>;

const until = (url: string, label: string, holds: (entries: Logged) => boolean) =>
  vi.waitFor(async () => expect(holds(await entriesOf(url, label))).toBe(true), 20_000);

async function newShow(
  page: Page,
  { press, type, tabTo }: ReturnType<typeof hands>,
  label: string,
  time: string,
) {
  await press('n');
  await page.getByRole('dialog', { name: 'New show' }).waitFor();
  await type(label);
  await tabTo(/^Time/);
  await type(time);
  await tabTo(/^Lead pilot/);
  await type('Nazar');
  await tabTo(/^Monkey lead/);
  await type('Cleo');
  await press('Enter');
  await page.getByRole('heading', { name: label, level: 1 }).waitFor();
}

test('a whole show without a mouse: sign in, new show, six pilots, an edit, the archive', async () => {
  const { server, page } = await begin();
  const { press, type, tabTo, sinceThen } = hands(page);
  const run = async (line: string) => {
    await type(line);
    await press('Enter');
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '');
  };
  const whole = sinceThen();

  await page.goto('/sign-in');
  await tabTo(/^Email/);
  await type(admin.email);
  await press('Tab');
  await type(admin.password);
  await press('Enter');
  await page.getByRole('button', { name: 'New show' }).waitFor();
  const first = sinceThen();
  await newShow(page, { press, type, tabTo, sinceThen }, 'Main 1', '0800PM');

  // The first night: nobody has a unit yet.
  await press('/');
  await vi.waitFor(async () => expect(await focused(page)).toBe('Command'), 15_000);
  await type('james nl batt swap unit D2');

  await page.getByText('Log James (D2)').waitFor();
  await page.getByText('Severity Minor contained (assumed)').waitFor();
  await picture(page, 'command-preview');
  await expectAccessible(page);
  await press('Enter');
  await run('john abort rf 12s unit D3');
  for (const line of ['alex ok unit D1', 'nazar ok unit D4', 'nick ok unit D5', 'robert ok unit D6'])
    await run(line);
  await until(server.url, 'Main 1', (entries) => entries.length === 6);
  const firstShow = first();

  // Every later show: the lineup is known.
  await press('Escape', 'g', 't');
  await page.getByRole('button', { name: 'New show' }).waitFor();
  await newShow(page, { press, type, tabTo, sinceThen }, 'Main 2', '0900PM');
  const logging = sinceThen();
  await press('/');
  await type('2 nl ba');
  await page.getByRole('option', { name: /^battery/ }).waitFor();
  await picture(page, 'command-suggestions');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByRole('combobox', { name: 'Command' }).focus();
  await page.getByRole('option', { name: /^battery/ }).waitFor();
  await picture(page, 'command-phone');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await press('Tab');
  await run('swap');
  await run('3 abort rf 12s');
  await run('rest ok');
  const logged = logging();
  await run('3 major antenna');
  await until(server.url, 'Main 2', (entries) => entries.some(({ subIssue }) => subIssue === 'antenna'));
  await press('Escape', 'u');
  await until(server.url, 'Main 2', (entries) => entries.every(({ subIssue }) => subIssue === ''));
  await press('/');
  await run('3 major antenna');
  await vi.waitFor(async () => {
    const entries = await entriesOf(server.url, 'Main 2');
    expect(entries.toSorted((a, b) => a.unitId.localeCompare(b.unitId))).toMatchObject([
      { operator: 'Alex', unitId: 'D1', status: 'Completed' },
      {
        operator: 'James',
        unitId: 'D2',
        status: 'No-launch',
        primaryIssue: 'Battery',
        actions: ['Swap battery'],
      },
      {
        operator: 'John Henery',
        unitId: 'D3',
        status: 'Abort',
        primaryIssue: 'RF link',
        subIssue: 'antenna',
        severity: 'Major visible',
        delaySec: 12,
      },
      { operator: 'Nazar', unitId: 'D4', status: 'Completed' },
      { operator: 'Nick', unitId: 'D5', status: 'Completed' },
      { operator: 'Robert', unitId: 'D6', status: 'Completed' },
    ]);
  }, 20_000);
  await picture(page, 'command-logged');

  await press('ArrowUp');
  expect(await page.getByRole('combobox', { name: 'Command' }).inputValue()).toBe('3 major antenna');
  await press('Escape', 'Escape');
  await press('/');
  await tabTo(/^Archive show/, 'Shift+Tab');
  await press('Enter');
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Main 2' }).waitFor();
  await vi.waitFor(async () => {
    const { shows } = await (await api(server.url))('GET', '/api/shows/archive');
    expect(shows).toMatchObject([{ label: 'Main 2' }]);
  }, 20_000);
  process.stdout.write(
    `keys: whole run ${whole()}, first show with its form ${firstShow}, six pilots of a later show ${logged}\n`,
  );
  expect(logged).toBeLessThan(60);
});

test('the palette goes where it is told, holds the focus and gives it back', async () => {
  const { page } = await begin();
  const { press, type } = hands(page);
  await signIn(page);
  await page.getByRole('button', { name: 'New show' }).focus();
  await press('Control+k');
  const palette = page.getByRole('dialog', { name: /Find a page/ });
  await palette.waitFor();
  await picture(page, 'palette');
  await expectAccessible(page);
  await press('Tab', 'Tab', 'Tab');
  expect(await palette.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await type('n');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await press('Escape');
  await palette.waitFor({ state: 'detached' });
  await vi.waitFor(async () => expect(await focused(page)).toMatch(/New show/), 15_000);

  await press('Control+k');
  await palette.waitFor();
  await type('audit');
  await page.getByRole('option', { name: 'Audit log', selected: true }).waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: /Audit/, level: 1 }).waitFor();

  await press('Control+k');
  await palette.waitFor();
  await type('new sh');
  await press('Enter');
  await page.getByRole('dialog', { name: 'New show' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await press('Control+k');
  await palette.waitFor();
  await type('light');
  await press('Enter');
  await page.locator('html[data-theme="light"]').waitFor();
  await press('Control+k');
  await palette.waitFor();
  await picture(page, 'palette-light');
  await expectAccessible(page);
  await type('sign out');
  await press('Enter');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

test('the list of shortcuts shows them all, holds the focus and gives it back', async () => {
  const { page } = await begin();
  const { press } = hands(page);
  await signIn(page);
  await page.getByRole('button', { name: 'New show' }).focus();
  await press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.waitFor();
  for (const { does } of Object.values(shortcuts))
    await list.getByRole('rowheader', { name: does, exact: true }).first().waitFor();
  await picture(page, 'shortcuts');
  await expectAccessible(page);
  await press('Tab', 'Tab', 'Tab');
  expect(await list.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  // No key reaches the page behind.
  await press('n', 'g', 'a');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await press('Escape');
  await list.waitFor({ state: 'detached' });
  await vi.waitFor(async () => expect(await focused(page)).toMatch(/New show/), 15_000);
});

test('keys go to days and pages, and never while somebody types', async () => {
  const { page } = await begin();
  const { press, type } = hands(page);
  await signIn(page);
  const heading = page.getByRole('heading', { level: 1 });
  await page
    .getByText(/0 of 5/)
    .first()
    .waitFor();
  const today = await heading.textContent();
  await press(']');
  await vi.waitFor(async () => expect(await heading.textContent()).not.toBe(today), 15_000);
  await press('[');
  await vi.waitFor(async () => expect(await heading.textContent()).toBe(today), 15_000);
  await press('g', 'a');
  await page.waitForURL(/archive/);
  await press('g', 'r');
  await page.waitForURL(/rosters/);
  await page.getByRole('button', { name: 'Save rosters' }).waitFor();
  const field = page.getByRole('main').getByRole('textbox').first();
  await field.focus();
  await type('gan?/[');
  expect(page.url()).toMatch(/rosters/);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await field.inputValue()).toMatch(/^gan\?\/\[/);
  await field.blur();
  await press('g', 't');
  await page.waitForURL(/days/);
});

test('a viewer has the palette and the ways, and nothing that changes the log', async () => {
  const { server } = await begin();
  const viewer = { name: 'Vera', email: 'vera@example.org', password: 'nine quiet drones at dawn' };
  await makeUser(server.url, viewer, 'viewer');
  const page = await openPage(server.url, { width: 390, height: 844 });
  const { press } = hands(page);
  await signIn(page, viewer);
  await page
    .getByText(/0 of 5/)
    .first()
    .waitFor();
  await press('n');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('option', { name: /Archive/ }).waitFor();
  await picture(page, 'palette-phone');
  expect(await page.getByRole('option', { name: /New show|Undo|Users/ }).count()).toBe(0);
});
