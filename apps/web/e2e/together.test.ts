import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openNetwork } from './network.ts';
import { api, begin, expectAccessible, makeUser, openPage, type Person, picture, signIn } from './steps.ts';

const grace = { name: 'Grace Hopper', email: 'grace@example.org', password: 'nine quiet drones at dawn' };
const linus = { name: 'Linus', email: 'linus@example.org', password: 'five blue lanterns rising' };

/** A show with one entry, and three people who may look at it. */
async function crowd() {
  const { server, page } = await begin();
  const call = await api(server.url);
  const date = new Date().toISOString().slice(0, 10);
  const show: { id: string } = await call('POST', '/api/shows', {
    date,
    time: '21:00',
    label: 'Main 2',
    leadPilot: 'Nazar',
    monkeyLead: 'Cleo',
  });
  await call('POST', `/api/shows/${show.id}/entries`, {
    operator: 'Alex',
    unitId: 'D1',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
    notes: 'calm',
  });
  await makeUser(server.url, grace, 'dispatcher');
  await makeUser(server.url, linus, 'viewer');
  const open = async (person: Person, url = server.url): Promise<Page> => {
    const other = await openPage(url);
    await signIn(other, person);
    await other.goto(`/shows/${show.id}`);
    await other.getByRole('listitem', { name: 'Alex' }).waitFor();
    return other;
  };
  await signIn(page);
  await page.goto(`/shows/${show.id}`);
  await page.getByRole('listitem', { name: 'Alex' }).waitFor();
  const entry = async () => {
    const read = await call('GET', `/api/shows/${show.id}`);
    return read.entries[0] as Record<string, unknown>;
  };
  return { server, ada: page, show, open, entry, call };
}

const panelOf = (page: Page) => page.getByRole('dialog', { name: /Alex/ });

async function edit(page: Page) {
  await page.getByRole('button', { name: /Edit entry of Alex/ }).click();
  await panelOf(page).getByLabel('Notes').waitFor();
}

async function save(page: Page) {
  await panelOf(page).getByRole('button', { name: 'Save entry' }).click();
  await panelOf(page).waitFor({ state: 'detached' });
}

test('everybody sees who else is here, and who is writing which line', async () => {
  const { ada, open } = await crowd();
  const hers = await open(grace);
  const his = await open(linus);
  await ada
    .getByText('Also here: Grace Hopper, Linus')
    .or(ada.getByText('Also here: Linus, Grace Hopper'))
    .waitFor();
  await edit(hers);
  const line = ada.getByRole('listitem', { name: 'Alex' });
  await line.getByText('Grace Hopper is editing').waitFor();
  await his.getByText('Grace Hopper is editing').waitFor();
  await picture(ada, 'together');
  await expectAccessible(ada);
  await hers.keyboard.press('Escape');
  await line.getByText('Grace Hopper is editing').waitFor({ state: 'detached' });
  await his.goto('/archive');
  await ada.getByText('Also here: Grace Hopper', { exact: true }).waitFor();
  expect(await ada.getByText(/is editing/).count()).toBe(0);
});

test('two who change different fields of a line both have their way, without being asked', async () => {
  const { ada, open, entry } = await crowd();
  const hers = await open(grace);
  await edit(ada);
  await edit(hers);
  await panelOf(hers).getByLabel('Notes').fill('windy');
  await save(hers);
  await ada.getByRole('listitem', { name: 'Alex' }).getByText('windy').waitFor({ state: 'attached' });
  await panelOf(ada).getByLabel('Delay (seconds)').fill('12');
  await save(ada);
  await expect.poll(entry).toMatchObject({ notes: 'windy', delaySec: 12, version: 3 });
});

test('two who change the same field decide field by field, and nobody is overwritten in silence', async () => {
  const { server, show, open, entry, ada } = await crowd();
  const network = await openNetwork(server.url);
  const hers = await open(grace, network.url);
  network.become('cut');
  await edit(hers);
  await panelOf(hers).getByLabel('Notes').fill('hers');
  await panelOf(hers).getByLabel('Delay (seconds)').fill('7');
  await save(hers);
  await edit(ada);
  await panelOf(ada).getByLabel('Notes').fill('his');
  await save(ada);
  await expect.poll(entry).toMatchObject({ notes: 'his' });

  network.become('good');
  await hers.getByRole('button', { name: '1 to decide' }).click();
  const question = hers.getByRole('dialog', { name: 'On this device' });
  await question.getByText('Mine: “hers”').waitFor();
  await question.getByText('Theirs: “his”').waitFor();
  await picture(hers, 'conflict');
  await expectAccessible(hers);
  await question.getByText('Theirs: “his”').click();
  await question.getByRole('button', { name: 'Keep this choice' }).click();
  await expect.poll(entry).toMatchObject({ notes: 'his', delaySec: 7 });
  await question.getByText('Everything is with the server').waitFor();
  expect(new URL(hers.url()).pathname).toBe(`/shows/${show.id}`);
});

test('two who log the same pilot at once are told, and one line is left', async () => {
  const { server, open, call, show } = await crowd();
  const network = await openNetwork(server.url);
  const hers = await open(grace, network.url);
  await hers.getByLabel('Drone of Nick').waitFor();
  network.become('cut');
  await hers.getByLabel('Drone of Nick').fill('D9');
  await hers.getByRole('button', { name: 'Completed Nick' }).click();
  await call('POST', `/api/shows/${show.id}/entries`, {
    operator: 'NICK',
    unitId: 'D5',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
  });
  network.become('good');
  await hers.getByRole('button', { name: '1 to decide' }).click();
  const question = hers.getByRole('dialog', { name: 'On this device' });
  await question.getByText('Pilot already has an entry for this show.: NICK').waitFor();
  await question.getByText('Mine: “D9”').waitFor();
  await question.getByRole('button', { name: 'Keep this choice' }).click();
  await expect
    .poll(async () => {
      const { entries } = await call('GET', `/api/shows/${show.id}`);
      return entries.map(({ operator, unitId }: Record<string, string>) => `${operator} ${unitId}`);
    })
    .toEqual(['Alex D1', 'NICK D9']);
});

test('eight tabs of one browser share a stream, and all of them are live', async () => {
  const { ada, show, call } = await crowd();
  await ada.getByLabel('Connection').getByText('Live').waitFor();
  const tabs = [ada];
  let streams = 0;
  ada.context().on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams++;
  });
  for (let count = 0; count < 7; count++) {
    const tab = await ada.context().newPage();
    await tab.goto(`/shows/${show.id}`);
    tabs.push(tab);
  }
  for (const tab of tabs) await tab.getByLabel('Connection').getByText('Live').waitFor();
  await call('POST', `/api/shows/${show.id}/entries`, {
    operator: 'Robert',
    unitId: 'D6',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
  });
  for (const tab of tabs) await tab.getByRole('button', { name: /Edit entry of Robert/ }).waitFor();
  expect(streams).toBe(0);
  await ada.close();
  await call('DELETE', `/api/shows/${show.id}`);
  for (const tab of tabs.slice(1))
    await tab
      .getByText(/not in the log|Deleted/)
      .first()
      .waitFor();
  expect(streams).toBe(1);
});
