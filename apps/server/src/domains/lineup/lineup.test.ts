import { archiveShow, deleteShow } from '@monkey-tracker/contract/archive';
import { createEntry } from '@monkey-tracker/contract/entries';
import { readLineup } from '@monkey-tracker/contract/lineup';
import { expect, it } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { entrySample, makeShow } from '../../testing/samples.ts';

async function setUp() {
  const server = await testApp();
  const dispatcher = await server.as('dispatcher');
  const viewer = await server.as('viewer');
  const fly = (showId: string, operator: string, unitId: string, ts: number) =>
    dispatcher.call(createEntry, {
      params: { id: showId },
      body: entrySample({ operator, unitId, ts, batteryId: `B-${unitId}` }),
    });
  const lineup = async () => (await viewer.call(readLineup, {})).body.pilots;
  return { dispatcher, fly, lineup };
}

it('tells the unit and battery that each pilot flew last, in live and archived shows', async () => {
  const { dispatcher, fly, lineup } = await setUp();
  const [old, live] = [await makeShow(dispatcher), await makeShow(dispatcher)];
  await fly(old.id, 'Alex', 'D1', 1_000);
  await fly(old.id, 'Nick', 'D2', 9_000);
  await dispatcher.call(archiveShow, { params: { id: old.id } });
  await fly(live.id, ' ALEX', 'D7', 5_000);
  await fly(live.id, 'nick', 'D8', 5_000);
  expect(await lineup()).toEqual([
    { operator: 'Nick', unitId: 'D2', batteryId: 'B-D2' },
    { operator: 'ALEX', unitId: 'D7', batteryId: 'B-D7' },
  ]);
});

it('knows nothing of shows that were deleted', async () => {
  const { dispatcher, fly, lineup } = await setUp();
  const show = await makeShow(dispatcher);
  await fly(show.id, 'Alex', 'D1', 1_000);
  await dispatcher.call(deleteShow, { params: { id: show.id } });
  expect(await lineup()).toEqual([]);
});
