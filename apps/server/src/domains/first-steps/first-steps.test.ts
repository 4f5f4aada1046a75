import { updateConfig } from '@monkey-tracker/contract/config';
import { fillDemo } from '@monkey-tracker/contract/demo';
import {
  dismissFirstSteps,
  readFirstSteps,
  type StepName,
  stepNames,
  tickFirstStep,
} from '@monkey-tracker/contract/first-steps';
import { importLegacy } from '@monkey-tracker/contract/import';
import { replaceStaff } from '@monkey-tracker/contract/staff';
import { describe, expect, it } from 'vitest';
import { type Client, testApp } from '../../testing/app.ts';
import { makeShow } from '../../testing/samples.ts';

async function begin() {
  const server = await testApp();
  return { server, admin: await server.as('admin') };
}

async function doneFor(client: Client): Promise<StepName[]> {
  const { steps } = (await client.call(readFirstSteps, {})).body;
  return steps.filter(({ done }) => done).map(({ step }) => step);
}

describe('the first steps', () => {
  it('are all to do at a new venue, in their order', async () => {
    const { admin } = await begin();
    const { body } = await admin.call(readFirstSteps, {});
    expect(body).toEqual({
      steps: stepNames.map((step) => ({ step, done: false, ticked: false })),
      dismissed: false,
    });
  });

  it('count rosters as done once they were edited', async () => {
    const { admin } = await begin();
    await admin.call(replaceStaff, { body: { crew: [], pilots: ['Zoë'], monkeyLeads: [] } });
    expect(await doneFor(admin)).toEqual(['rosters']);
  });

  it('count rosters as done once an import brought names', async () => {
    const { admin } = await begin();
    await admin.call(importLegacy, { body: { staff: { pilots: ['Zoë'] } } });
    expect(await doneFor(admin)).toEqual(['rosters']);
  });

  it('count users as done with the second one', async () => {
    const { server, admin } = await begin();
    await server.as('viewer');
    expect(await doneFor(admin)).toEqual(['users']);
  });

  it('count the venue as done once its settings were saved', async () => {
    const { admin } = await begin();
    await admin.call(updateConfig, { body: { timeZone: 'Europe/Berlin' } });
    expect(await doneFor(admin)).toEqual(['venue']);
  });

  it('count the webhook as done once it sends', async () => {
    const { admin } = await begin();
    await admin.call(updateConfig, {
      body: { webhook: { url: 'https://93.184.216.34/hook', enabled: true } },
    });
    expect(await doneFor(admin)).toEqual(['webhook']);
  });

  it.each(['a show', 'the demo'])('count data as done with %s', async (what) => {
    const { admin } = await begin();
    if (what === 'a show') await makeShow(admin);
    else await admin.call(fillDemo, {});
    expect(await doneFor(admin)).toEqual(['data']);
  });

  it('can be ticked by hand, for all administrators, and unticked again', async () => {
    const { admin } = await begin();
    const tick = (ticked: boolean) =>
      admin.call(tickFirstStep, { params: { step: 'backup' }, body: { ticked } });
    const backup = (ticked: boolean) => ({ step: 'backup', done: ticked, ticked });
    expect((await tick(true)).body.steps).toContainEqual(backup(true));
    expect((await tick(true)).status).toBe(200);
    expect(await doneFor(admin)).toEqual(['backup']);
    expect((await tick(false)).body.steps).toContainEqual(backup(false));
  });

  it('stay done in truth when a tick is taken back', async () => {
    const { admin } = await begin();
    await makeShow(admin);
    const { body } = await admin.call(tickFirstStep, { params: { step: 'data' }, body: { ticked: false } });
    expect(body.steps).toContainEqual({ step: 'data', done: true, ticked: false });
  });

  it('are put away for good at this venue, and can be brought back', async () => {
    const { admin } = await begin();
    expect((await admin.call(dismissFirstSteps, { body: { dismissed: true } })).body.dismissed).toBe(true);
    expect((await admin.call(readFirstSteps, {})).body.dismissed).toBe(true);
    expect((await admin.call(dismissFirstSteps, { body: { dismissed: false } })).body.dismissed).toBe(false);
  });

  it('know no other step', async () => {
    const { admin } = await begin();
    const params = { step: 'dismissed' as StepName };
    const { problem } = await admin.call(tickFirstStep, { params, body: { ticked: true } });
    expect(problem).toMatchObject({ status: 404, detail: 'There is no such step' });
  });
});
