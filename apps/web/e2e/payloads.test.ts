import { expect, test } from 'vitest';
import { admin, api, begin, signIn } from './steps.ts';
import { payloads } from './payloads.ts';

test('two hundred scripts in every text field are shown as text on every page, and none runs', async () => {
  expect(new Set(payloads).size).toBe(200);
  const { server, page } = await begin();
  const call = await api(server.url);
  const today = new Date().toISOString().slice(0, 10);
  const name = (n: number) => (payloads[n % payloads.length] ?? '').slice(0, 150);
  const shows: string[] = [];
  for (let s = 0; s < 5; s += 1) {
    const show = await call('POST', '/api/shows', {
      date: today,
      time: `2${s % 4}:0${s}`,
      label: name(s),
      leadPilot: name(s + 20),
      monkeyLead: name(s + 40),
      crew: [name(s + 60), name(s + 80)],
      notes: payloads[s + 100],
    });
    shows.push(show.id);
    for (let n = s * 40; n < s * 40 + 40; n += 1) {
      await call('POST', `/api/shows/${show.id}/entries`, {
        operator: `${n} ${name(n)}`.slice(0, 180),
        unitId: name(n).slice(0, 50),
        batteryId: name(n + 7).slice(0, 50),
        planned: 'Yes',
        launched: 'Yes',
        status: 'Abort',
        primaryIssue: 'Other',
        otherDetail: payloads[(n + 13) % 200],
        severity: 'Minor contained',
        notes: payloads[n],
      });
    }
  }
  await call('PUT', '/api/staff', {
    crew: payloads.map((one) => one.slice(0, 190)),
    pilots: [],
    monkeyLeads: [],
  });
  await call('POST', '/api/users', {
    email: 'dana@example.org',
    displayName: name(1).slice(0, 100),
    password: admin.password,
    roles: ['viewer'],
  });
  await call('POST', '/api/auth/tokens', { name: name(2).slice(0, 100), role: 'viewer' });
  await call('PUT', '/api/config', { webhook: { headers: [{ name: 'X-Test', value: name(0) }] } });
  await call('POST', `/api/shows/${shows[4]}/archive`);

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page);
  const first = await call('GET', `/api/shows/${shows[0]}`);
  const pages = [
    `/days/${today}`,
    `/shows/${shows[0]}`,
    `/shows/${shows[1]}/entries/${first.entries[0].id}`,
    `/shows/${shows[0]}/entries/${first.entries[3].id}`,
    `/shows/${shows[4]}`,
    '/archive',
    `/archive?day=${today}`,
    '/analytics',
    '/rosters',
    '/users',
    '/account',
    '/webhook',
    '/audit',
    '/audit?type=entry.created',
    `/wall/${shows[0]}`,
  ];
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('main').or(page.getByRole('heading')).first().waitFor();
    // The live stream never ends, so that the network is never idle: this is time for the page to draw.
    await page.waitForLoadState('networkidle', { timeout: 700 }).catch(() => {});
    // What is folded away is shown as well, one after the other, as people do.
    for (const summary of (await page.locator('details:not([open]) > summary').all()).slice(0, 20)) {
      await summary.evaluate((one) => (one as HTMLElement).click());
    }
    expect(await page.evaluate(() => 'ran' in globalThis), path).toBe(false);
  }
  expect(dialogs).toEqual([]);
  await page.goto(`/shows/${shows[0]}`);
  await page
    .getByText(payloads[0] ?? '')
    .first()
    .waitFor();
});
