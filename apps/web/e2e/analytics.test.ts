import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { api, begin, expectAccessible, picture, signIn } from './steps.ts';

test('the archive in numbers: over time, most often, delays, compared, all in the address', async () => {
  const { server, page } = await begin();
  const call = await api(server.url);
  await call('POST', '/api/demo', {});
  await signIn(page);
  await page.goto('/analytics?by=week&show=completionRate,avgDelaySec&of=unit');
  const { groups } = await call('GET', '/api/archive/metrics?by=week');
  const rows = page.getByRole('region', { name: 'Over time, as a table' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(groups.length + 1);
  const newest = groups.at(-1);
  await expect
    .poll(() => rows.nth(1).innerText())
    .toContain(`${newest.metrics.completionRate.value.toFixed(1)} %`);
  expect(await rows.nth(1).innerText()).toContain(`n ${newest.metrics.completionRate.n}`);
  await page.locator('.recharts-line-curve').first().waitFor();
  await page.getByRole('region', { name: 'Unit, most often first' }).waitFor();
  await page.getByText(/Median .* · n \d+ · not measured \d+/).waitFor();
  const units = page.getByRole('region', { name: 'Launch success by drone' }).getByRole('listitem');
  await expect.poll(() => units.first().innerText()).toMatch(/% n \d+/);
  await picture(page, 'analytics');
  await expectAccessible(page);

  await page.getByRole('group', { name: 'Issues' }).getByText('Battery').click();
  await expect.poll(() => rows.first().innerText()).toContain('Battery');
  await page.getByRole('group', { name: 'Issues' }).getByText('Battery').click();

  await page.getByLabel('With the days from').fill(newest.from);
  await page.getByRole('region', { name: 'Both ranges' }).getByText('points').first().waitFor();
  expect(new URL(page.url()).searchParams.get('thanFrom')).toBe(newest.from);
  await page.reload();
  await page.getByRole('region', { name: 'Both ranges' }).waitFor();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this table (CSV)' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.split('\n')[0]).toBe(
    'period,shows,completionRate,completionRate n,completionRate min,completionRate max,avgDelaySec,avgDelaySec n,avgDelaySec min,avgDelaySec max',
  );
  expect(csv.trim().split('\n')).toHaveLength(groups.length + 1);
});

test('an empty archive says so, and a nonsense address is as if it were empty', async () => {
  const { page } = await begin();
  await signIn(page);
  await page.goto('/analytics?by=hour&from=2026-99-99&show=luck');
  await page.getByText('No archived entries in these days').waitFor();
  await page.getByText('No delay was measured').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Analytics');
});
