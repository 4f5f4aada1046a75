import { createEntry } from '@monkey-tracker/contract/entries';
import { clients, type Effort } from '../effort.ts';
import { atLeast, type Figure } from '../figure.ts';
import { load } from '../load/http.ts';
import { entrySample } from '../load/request.ts';
import { recordStatements, type Statement } from '../reference/record.ts';
import { referenceName, runReference } from '../reference/reference.ts';
import { standIns } from '../reference/stand-ins.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import { removeWrittenShows, seedWrittenShows } from '../stage/shows.ts';
import type { Stage } from '../stage/stage.ts';

/** New entries, each with its event, its versions and its idempotency record, beside the same statements without a server. */
export async function measureWriting(stage: Stage, effort: Effort): Promise<Figure[]> {
  const { server, parts, database, token } = stage;
  const { rounds, seconds } = effort;
  const statements = await recordEntry(stage);
  const { ours, reference } = await inRounds(rounds, {
    ours: async () => {
      const ask = { kind: 'entries', showIds: await seedWrittenShows(database.db) } as const;
      const outcome = { host: '127.0.0.1', port: server.port, connections: clients, seconds };
      return (await load({ ...outcome, token: await token(), ask })).perSecond;
    },
    reference: async () => {
      await seedWrittenShows(database.db);
      return runReference(parts, statements, seconds);
    },
  });
  await removeWrittenShows(database.db);
  return [
    {
      section: 'Writing',
      name: 'entry with event, versions and idempotency',
      unit: 'entries/s',
      ours: spreadOf(ours),
      beside: {
        name: `${referenceName}, the same statements`,
        spread: spreadOf(reference),
        ratio: ratioOf(ours, reference),
      },
      goal: atLeast(0.5),
    },
  ];
}

/** What the server says to PostgreSQL for one new entry. */
async function recordEntry({ parts, database, token }: Stage): Promise<Statement[]> {
  await seedWrittenShows(database.db);
  const { entryId, key, operator, showId } = standIns;
  const ask = {
    method: 'POST',
    url: createEntry.path.replace(':id', showId),
    headers: { authorization: `Bearer ${await token()}` },
  } as const;
  const warm = { ...ask, body: { ...entrySample, operator: 'Somebody before' } };
  return recordStatements(parts, [
    { ...warm, headers: { ...ask.headers, 'idempotency-key': crypto.randomUUID() } },
    {
      ...ask,
      headers: { ...ask.headers, 'idempotency-key': key },
      body: { ...entrySample, id: entryId, operator },
    },
  ]);
}
