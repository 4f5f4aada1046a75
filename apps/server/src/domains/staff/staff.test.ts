import { readStaff, replaceStaff } from '@monkey-tracker/contract/staff';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';

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
