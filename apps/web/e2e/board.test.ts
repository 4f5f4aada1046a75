import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { api, begin, expectAccessible, makeUser, openPage, picture, signIn } from './steps.ts';

const linus = { name: 'Linus', email: 'linus@example.org', password: 'five blue lanterns rising' };

/** A venue with a show in it, and the board of that show on the screen. */
async function onBoard(units: readonly string[] = []) {
  const { server, page } = await begin();
  const call = await api(server.url);
  const date = new Date().toISOString().slice(0, 10);
  const make = (label: string, time: string) =>
    call('POST', '/api/shows', { date, time, label, leadPilot: 'Nazar', monkeyLead: 'Cleo' });
  const pilots = ['Alex', 'James', 'John Henery', 'Nazar', 'Nick', 'Robert'];
  if (units.length > 0) {
    const before = await make('Main 1', '19:00');
    for (const [index, unitId] of units.entries()) {
      const operator = pilots[index];
      await call('POST', `/api/shows/${before.id}/entries`, {
        operator,
        unitId,
        planned: 'Yes',
        launched: 'Yes',
        status: 'Completed',
      });
    }
  }
  const show: { id: string } = await make('Main 2', '21:00');
  await signIn(page);
  await page.goto(`/shows/${show.id}`);
  await page.getByRole('listitem', { name: 'Alex' }).waitFor();
  const entries = async () => {
    const read = await call('GET', `/api/shows/${show.id}`);
    return read.entries as Record<string, unknown>[];
  };
  return { server, page, call, show, entries };
}

async function confirmed(page: Page, count: number) {
  await expect.poll(() => page.getByText('Confirmed by the server').count(), { timeout: 15_000 }).toBe(count);
}

test('a nominal entry is one touch, with the unit of the last show; a nominal show is one key a pilot', async () => {
  const { page, entries } = await onBoard(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
  await page.getByRole('button', { name: 'Completed James' }).click();
  await confirmed(page, 1);
  for (let pilot = 0; pilot < 5; pilot++) await page.keyboard.press('c');
  await confirmed(page, 6);
  expect(await entries()).toHaveLength(6);
  expect(await entries()).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ operator: 'Robert', unitId: 'D6', status: 'Completed' }),
    ]),
  );
  await picture(page, 'board-full');
  await page.keyboard.press('u');
  await confirmed(page, 5);
});

test('an exception is told by keys alone, and measured with the stopwatch', async () => {
  const { page, entries } = await onBoard(['D1', 'D2']);
  await page.keyboard.press('a');
  const panel = page.getByRole('dialog', { name: /Alex/ });
  await panel.waitFor();
  await expectAccessible(page);
  // RF link, antenna, major.
  for (const key of ['t', '4', '4', '2']) await page.keyboard.press(key);
  await panel.getByRole('button', { name: /Stop at/ }).waitFor();
  await picture(page, 'panel');
  await page.keyboard.press('t');
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await confirmed(page, 1);
  expect(await entries()).toMatchObject([
    {
      operator: 'Alex',
      unitId: 'D1',
      status: 'Abort',
      primaryIssue: 'RF link',
      subIssue: 'antenna',
      severity: 'Major visible',
    },
  ]);
  expect((await entries())[0]?.['delaySec']).toEqual(expect.any(Number));
});

test('an entry has an address; reload and Back keep their place, and what is typed stays', async () => {
  const { page, show, entries } = await onBoard(['D1']);
  await page.getByRole('button', { name: 'Completed Alex' }).click();
  await confirmed(page, 1);
  await page.getByRole('button', { name: /Edit entry of Alex/ }).click();
  const panel = page.getByRole('dialog', { name: /Alex/ });
  await panel.getByLabel('Notes').fill('looked tired');
  const [entry] = await entries();
  expect(new URL(page.url()).pathname).toBe(`/shows/${show.id}/entries/${String(entry?.['id'])}`);
  await page.reload();
  expect(await panel.getByLabel('Notes').inputValue()).toBe('looked tired');
  await page.goBack();
  await panel.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/shows/${show.id}`);
  await page.getByText('Unsaved').waitFor();
  await page.getByRole('button', { name: /Edit entry of Alex/ }).click();
  await panel.getByRole('button', { name: 'Save entry' }).click();
  await expect.poll(async () => (await entries())[0]?.['notes']).toBe('looked tired');
  await page.goto(`/shows/${show.id}/entries/0190a000-0000-7000-8000-000000000001`);
  await page.getByText('is not in this show').waitFor();
});

test('the first line of the board is above the fold, and the board reads well at every size', async () => {
  const { page } = await onBoard(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
  await page.getByRole('button', { name: 'Completed Alex' }).click();
  const sizes = { desktop: [1366, 768], tablet: [820, 1180], phone: [390, 844] } as const;
  for (const [name, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    await picture(page, `board-${name}`);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const small = await page
      .getByRole('list', { name: 'Pilots' })
      .getByRole('button')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    if (name !== 'desktop') continue;
    const box = await page.getByRole('listitem', { name: 'Alex' }).boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
  }
});

test('a viewer reads the board, and is offered nothing that changes it', async () => {
  const { server, page, show } = await onBoard(['D1']);
  await page.getByRole('button', { name: 'Completed Alex' }).click();
  await makeUser(server.url, linus, 'viewer');
  const other = await openPage(server.url);
  await signIn(other, linus);
  await other.goto(`/shows/${show.id}`);
  const board = other.getByRole('list', { name: 'Pilots' });
  await board.getByText('Completed').waitFor();
  expect(await board.getByRole('button').count()).toBe(0);
  expect(await board.getByRole('textbox').count()).toBe(0);
  await picture(other, 'board-viewer');
  await expectAccessible(other);
});
