import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { api, begin, expectAccessible, openPage, picture, signIn } from './steps.ts';

const sizes = { desktop: [1366, 768], tablet: [820, 1180], phone: [390, 844] } as const;

/** Every view that is more than a form of another one, with a word that stands on it once it is drawn. */
const views = {
  day: ['/', 'of 5 shows'],
  show: ['', 'Add pilot'],
  wall: ['/wall', 'Live'],
  archive: ['/archive', 'avg delay'],
  analytics: ['/analytics', 'Median'],
  rosters: ['/rosters', 'Save rosters'],
  users: ['/users', 'ada@example.org'],
  settings: ['/settings', 'Time zone'],
  webhook: ['/webhook', 'Deliveries'],
  audit: ['/audit', 'What changed'],
  account: ['/account', 'Sessions'],
  'first-steps': ['/first-steps', 'demo'],
  import: ['/import', 'archive.json'],
} as const;

/** A venue with demo data, and the show that runs in it. */
async function venue() {
  const { server, page } = await begin();
  const call = await api(server.url);
  await call('POST', '/api/demo', {});
  const { shows } = await call('GET', '/api/shows');
  const busiest = shows.toSorted((a: Listed, b: Listed) => b.entries.length - a.entries.length)[0];
  return { server, page, call, show: `/shows/${busiest.id}` };
}

interface Listed {
  entries: unknown[];
}

async function visit(page: Page, show: string, view: keyof typeof views) {
  const [path, word] = views[view];
  await page.goto(path || show);
  await page.getByText(word).first().waitFor();
}

test.each(['dark', 'light', 'contrast'])('every view is accessible in the %s theme', async (theme) => {
  const { page, call, show } = await venue();
  await call('PATCH', '/api/auth/me', { settings: { theme } });
  await signIn(page);
  for (const view of Object.keys(views) as (keyof typeof views)[]) {
    await visit(page, show, view);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
    await expectAccessible(page);
    if (theme !== 'dark') await picture(page, `${view}-${theme}`);
  }
});

test.each(Object.entries(sizes))('no view is wider than a %s', async (name, [width, height]) => {
  const { server, show } = await venue();
  const page = await openPage(server.url, { width, height });
  await signIn(page);
  for (const view of Object.keys(views) as (keyof typeof views)[]) {
    await visit(page, show, view);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `${view}-${name}`);
  }
});
