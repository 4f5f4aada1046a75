import { venueDate } from '@monkey-tracker/contract/calendar';
import { expect, test } from 'vitest';
import { begin, expectAccessible, fillShow, openPage, picture, signIn } from './steps.ts';
import { beginAtNoon, noon, openVenue, zone } from './venue-clock.ts';

const date = venueDate(noon, zone);

async function venue() {
  const { server, page } = await begin();
  await beginAtNoon(page);
  return { server, page, ...(await openVenue(server.url)) };
}

test('the running or the next show is in front by its time, whatever was edited last', async () => {
  const { page, call, makeShow } = await venue();
  const early = await makeShow(-300, 'Early 1');
  await makeShow(-20, 'Main 1');
  await makeShow(150, 'Late 1');
  await call('PUT', `/api/shows/${early.id}`, { notes: 'edited last' });
  await signIn(page);

  const front = (words: RegExp) => page.getByRole('article', { name: words });
  await front(/Running since 11:40: Main 1/).waitFor();
  await page.getByText('3 of 5 shows').waitFor();
  const order = await page.getByRole('article').allInnerTexts();
  expect(order.map((text) => /Main 1|Late 1|Early 1/.exec(text)?.[0])).toEqual([
    'Main 1',
    'Late 1',
    'Early 1',
  ]);
  await picture(page, 'day-1366');
  await expectAccessible(page);

  await page.clock.fastForward('01:50:00');
  await front(/Starts in 40 min: Late 1/).waitFor();
  await page.clock.fastForward('40:00');
  await front(/Running since 14:30: Late 1/).waitFor();
  await page.getByRole('link', { name: 'Open board' }).click();
  await page.getByRole('heading', { name: /Late 1/ }).waitFor();
  await page.goBack();
  await front(/Running since 14:30: Late 1/).waitFor();
});

test('a show is duplicated with everything but its time, also to another date', async () => {
  const { page, makeShow } = await venue();
  await makeShow(60, 'Main 1');
  await signIn(page);
  await page.getByRole('button', { name: 'Duplicate 13:00 Main 1' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Label').inputValue()).toBe('Main 1');
  expect(await dialog.getByLabel('Lead pilot').inputValue()).toBe('Nazar');
  expect(await dialog.getByLabel('Time').inputValue()).toBe('');
  expect(await dialog.getByLabel('Date').inputValue()).toBe(date);
  await expectAccessible(page);
  await dialog.getByLabel('Date').fill(venueDate(noon + 86_400_000, zone));
  await fillShow(page, 'Main 2', '18:00');
  await page.getByRole('heading', { name: /18:00 Main 2/ }).waitFor();
});

test('an empty day begins with the shows of the last one', async () => {
  const { page, makeShow } = await venue();
  await makeShow(-30 * 60, 'Matinee');
  await makeShow(-26 * 60, 'Evening');
  await signIn(page);
  await page.getByText('No shows on this day').waitFor();
  await picture(page, 'day-empty');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy the last day’s shows' }).click();
  await page.getByRole('button', { name: 'Copy 2 shows' }).click();
  await page.getByText('2 of 5 shows').waitFor();
  expect(await page.getByRole('article').allInnerTexts()).toEqual([
    expect.stringContaining('Evening'),
    expect.stringContaining('Matinee'),
  ]);
});

test('at the venue’s midnight the new day begins, and a show that runs stays in front', async () => {
  const { page, makeShow } = await venue();
  await makeShow(11.5 * 60, 'Midnight 1');
  await signIn(page);
  await page.getByRole('article', { name: /Next, 23:30/ }).waitFor();
  await page.clock.fastForward('12:20:00');
  await page.getByRole('article', { name: `Running since 23:30 on ${date}: Midnight 1` }).waitFor();
  await page.getByRole('link', { name: 'Go to the new day' }).click();
  await page.getByText('0 of 5 shows').waitFor();
  await page.getByRole('article', { name: /Running since 23:30/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/days/${venueDate(noon + 86_400_000, zone)}`);
  await expectAccessible(page);
});

test('the address of a show leads to it also when it has been archived', async () => {
  const { page, call, makeShow } = await venue();
  const show = await makeShow(0, 'Main 1');
  await call('POST', `/api/shows/${show.id}/archive`);
  await signIn(page);
  await page.goto(`/shows/${show.id}`);
  await page.getByRole('heading', { name: /Main 1/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Restore' }).count()).toBe(1);
  await expectAccessible(page);
});

test('the day is readable on a tablet and on a phone', async () => {
  const { server, makeShow } = await venue();
  await makeShow(-20, 'Main 1');
  await makeShow(-300, 'Early 1');
  await makeShow(150, 'Late 1');
  for (const [name, width, height] of [
    ['day-820', 820, 1180],
    ['day-390', 390, 844],
  ] as const) {
    const page = await openPage(server.url, { width, height });
    await beginAtNoon(page);
    await signIn(page);
    await page.getByRole('article', { name: /Running since/ }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await picture(page, name);
    await expectAccessible(page);
  }
});
