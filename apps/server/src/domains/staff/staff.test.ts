import { createEntry } from '@monkey-tracker/contract/entries';
import { readRosterUses, readStaff, replaceStaff } from '@monkey-tracker/contract/staff';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';

it('a roster is replaced, and comes back trimmed, sorted and without duplicates', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const viewer = await server.as('viewer');
  const replaced = await admin.call(replaceStaff, {
    body: { crew: [' Nick', 'alex', 'Nick '], pilots: ['Zoë', 'Łukasz', '李雷', "O'Neil"], monkeyLeads: [] },
  });
  const expected = { crew: ['alex', 'Nick'], pilots: ['Łukasz', "O'Neil", 'Zoë', '李雷'], monkeyLeads: [] };
  expect(replaced).toMatchObject({ status: 200, body: expected });
  expect((await viewer.call(readStaff, {})).body).toEqual(expected);
});

it('two replacements at the same instant leave one of the two, never a mixture', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const one = { crew: ['A', 'B'], pilots: ['A'], monkeyLeads: ['A'] };
  const two = { crew: ['C'], pilots: ['B', 'C'], monkeyLeads: ['C', 'D'] };
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([one, two, one, two].map((body) => admin.call(replaceStaff, { body })));
    expect([one, two]).toContainEqual((await admin.call(readStaff, {})).body);
  }
});

it('two who change what they saw at the same instant lose nothing of each other', async () => {
  const server = await testApp();
  const admin = await server.as('admin');
  const basedOn = { crew: ['Alex', 'Nick'], pilots: ['Alex'], monkeyLeads: ['Cleo'] };
  await admin.call(replaceStaff, { body: basedOn });
  await Promise.all([
    admin.call(replaceStaff, { body: { ...basedOn, crew: ['Alex', 'Nick', 'Bea'], basedOn } }),
    admin.call(replaceStaff, { body: { ...basedOn, crew: ['Nick'], pilots: ['Alex', 'Zoë'], basedOn } }),
  ]);
  expect((await admin.call(readStaff, {})).body).toEqual({
    crew: ['Bea', 'Nick'],
    pilots: ['Alex', 'Zoë'],
    monkeyLeads: ['Cleo'],
  });
});

it('tells which names active shows have, so that a removal is no surprise', async () => {
  const server = await testApp();
  const [admin, dispatcher] = [await server.as('admin'), await server.as('dispatcher')];
  const people = { crew: ['Bea'], leadPilot: 'Nazar', monkeyLead: 'Cleo' };
  await makeShow(dispatcher, { ...people, date: '2027-02-02', label: 'Late' });
  const first = await makeShow(dispatcher, { ...people, date: '2027-02-01', label: 'Early' });
  await dispatcher.call(createEntry, { params: { id: first.id }, body: entrySample({ operator: 'Zoë' }) });
  const { uses } = (await admin.call(readRosterUses, {})).body;
  expect(uses).toMatchObject([
    { roster: 'crew', name: 'Bea', shows: 2, next: { id: first.id, date: '2027-02-01', label: 'Early' } },
    { roster: 'monkeyLeads', name: 'Cleo', shows: 2 },
    { roster: 'pilots', name: 'Nazar', shows: 2 },
    { roster: 'pilots', name: 'Zoë', shows: 1, next: { label: 'Early' } },
  ]);
});
