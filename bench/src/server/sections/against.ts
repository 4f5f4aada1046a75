import { createEntry } from '@monkey-tracker/contract/entries';
import { createShow, listShows } from '@monkey-tracker/contract/shows';
import { clients, type Effort } from '../effort.ts';
import type { Figure } from '../figure.ts';
import { load } from '../load/http.ts';
import { entrySample } from '../load/request.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import { removeWrittenShows, seedWrittenShows } from '../stage/shows.ts';
import type { Stage } from '../stage/stage.ts';

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Another server of the old contract, which asks nobody to sign in, beside ours: the list, and new entries. */
export async function measureAgainst(stage: Stage, effort: Effort, url: string): Promise<Figure[]> {
  const { hostname: host, port } = new URL(url);
  const other = { host, port: Number(port || 80), connections: clients };
  const { database, server, token } = stage;
  const own = { host: '127.0.0.1', port: server.port, connections: clients };
  const { rounds, seconds } = effort;

  const today = await makeShows(url, 0, 5);
  for (const id of today) {
    for (let pilot = 1; pilot <= 12; pilot += 1)
      await post(url, createEntry.path.replace(':id', id), {
        ...entrySample,
        operator: `Pilot ${crypto.randomUUID()}`,
      });
  }
  const get = { kind: 'get', path: listShows.path } as const;
  const lists = await inRounds(rounds, {
    ours: async () => (await load({ ...own, seconds, token: await token(), ask: get })).perSecond,
    theirs: async () => (await load({ ...other, seconds, ask: get })).perSecond,
  });

  const theirShows: string[] = [];
  for (let ahead = 1; ahead <= 8; ahead += 1) theirShows.push(...(await makeShows(url, ahead, 5)));
  const entries = await inRounds(rounds, {
    ours: async () => {
      const ask = { kind: 'entries', showIds: await seedWrittenShows(database.db) } as const;
      return (await load({ ...own, seconds, token: await token(), ask })).perSecond;
    },
    theirs: async () =>
      (await load({ ...other, seconds, ask: { kind: 'entries', showIds: theirShows } })).perSecond,
  });
  await removeWrittenShows(database.db);

  const row = (name: string, unit: string, found: { ours: number[]; theirs: number[] }): Figure => ({
    section: 'Against another server',
    name,
    unit,
    ours: spreadOf(found.ours),
    beside: {
      name: 'the other server',
      spread: spreadOf(found.theirs),
      ratio: ratioOf(found.ours, found.theirs),
    },
  });
  return [row('list of shows', 'answers/s', lists), row('new entry', 'entries/s', entries)];
}

async function makeShows(url: string, ahead: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const show = {
      date: day(ahead),
      time: `23:0${number}`,
      label: `Bench ${number}`,
      leadPilot: 'Nazar',
      monkeyLead: 'Cleo',
    };
    const made = await post(url, createShow.path, { ...show, crew: ['Alex', 'Nick', 'Robert'], notes: '' });
    ids.push(made.id);
  }
  return ids;
}

async function post(url: string, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} of ${url} was refused: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}
