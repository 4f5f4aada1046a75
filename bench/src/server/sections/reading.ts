import { listShows } from '@monkey-tracker/contract/shows';
import { clients, type Effort } from '../effort.ts';
import { atLeast, type Figure, type Goal } from '../figure.ts';
import { load } from '../load/http.ts';
import { startPlain } from '../load/plain.ts';
import { recordStatements } from '../reference/record.ts';
import { referenceName, runReference } from '../reference/reference.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import type { Stage } from '../stage/stage.ts';

const section = 'Reading';

/** The list and one show, beside a bare server with the same bytes and the same statements without a server. */
export async function measureReading(stage: Stage, effort: Effort): Promise<Figure[]> {
  return [
    ...(await measureOne(stage, effort, { name: 'list of shows', path: listShows.path, goal: atLeast(0.6) })),
    ...(await measureOne(stage, effort, { name: 'one show', path: `${listShows.path}/${stage.showIds[0]}` })),
  ];
}

async function measureOne(
  { server, parts, token }: Stage,
  { rounds, seconds }: Effort,
  { name, path, goal }: { name: string; path: string; goal?: Goal },
): Promise<Figure[]> {
  const pass = await token();
  const headers = { authorization: `Bearer ${pass}` };
  const bytes = await (await fetch(`http://127.0.0.1:${server.port}${path}`, { headers })).text();
  const plain = await startPlain(bytes);
  // Twice: the first one may be the one that fills what the server keeps.
  const ask = { method: 'GET', url: path, headers } as const;
  const statements = await recordStatements(parts, [ask, ask]);
  const get = async (port: number) =>
    (
      await load({
        host: '127.0.0.1',
        port,
        connections: clients,
        seconds,
        token: pass,
        ask: { kind: 'get', path },
      })
    ).perSecond;
  try {
    const { ours, bare, database } = await inRounds(rounds, {
      ours: () => get(server.port),
      bare: () => get(plain.port),
      database: () => runReference(parts, statements, seconds),
    });
    const row = { section, unit: 'answers/s', ours: spreadOf(ours) };
    const beside = (other: string, values: number[]) => ({
      name: other,
      spread: spreadOf(values),
      ratio: ratioOf(ours, values),
    });
    const kb = (bytes.length / 1_000).toFixed(0);
    return [
      { ...row, name: `${name} (${kb} kB)`, beside: beside('node:http, the same bytes', bare), goal },
      {
        ...row,
        name: `${name} (${kb} kB)`,
        beside: beside(`${referenceName}, the same statements`, database),
      },
    ];
  } finally {
    await plain.end();
  }
}
