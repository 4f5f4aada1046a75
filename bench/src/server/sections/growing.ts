import { listShows } from '@monkey-tracker/contract/shows';
import { clients, type Effort } from '../effort.ts';
import type { Figure } from '../figure.ts';
import { load } from '../load/http.ts';
import { inRounds } from '../rounds.ts';
import { ratioOf, spreadOf } from '../spread.ts';
import { removeWrittenShows, seedWrittenShows } from '../stage/shows.ts';
import { openStage, type Stage } from '../stage/stage.ts';

const sizes = [10, 100, 10_000];

/** The same questions to three servers whose archives are of different sizes: do list and entry stay flat? */
export async function measureGrowing(hundred: Stage, effort: Effort): Promise<Figure[]> {
  const few = await openStage(10);
  const many = await openStage(10_000).catch(async (error: unknown) => {
    await few.close();
    throw error;
  });
  try {
    return [
      ...(await compare('list of shows', [few, hundred, many], effort, list)),
      ...(await compare('new entry', [few, hundred, many], effort, write)),
    ];
  } finally {
    await removeWrittenShows(hundred.database.db);
    await few.close();
    await many.close();
  }
}

type Measure = (stage: Stage, seconds: number) => Promise<number>;

async function compare(
  name: string,
  [few, hundred, many]: [Stage, Stage, Stage],
  { rounds, seconds }: Effort,
  measure: Measure,
): Promise<Figure[]> {
  const each = (stage: Stage) => () => measure(stage, seconds / 2);
  const found = await inRounds(rounds, { few: each(few), hundred: each(hundred), many: each(many) });
  return sizes.slice(1).map((size) => {
    const ours = size === 100 ? found.hundred : found.many;
    return {
      section: 'Growing',
      name: `${name}, ${size.toLocaleString('en')} archived shows`,
      unit: '1/s',
      ours: spreadOf(ours),
      beside: {
        name: 'with 10 archived shows',
        spread: spreadOf(found.few),
        ratio: ratioOf(ours, found.few),
      },
    };
  });
}

const address = async ({ server, token }: Stage) => ({
  host: '127.0.0.1',
  port: server.port,
  connections: clients,
  token: await token(),
});

const list: Measure = async (stage, seconds) =>
  (await load({ ...(await address(stage)), seconds, ask: { kind: 'get', path: listShows.path } })).perSecond;

const write: Measure = async (stage, seconds) => {
  const showIds = await seedWrittenShows(stage.database.db);
  return (await load({ ...(await address(stage)), seconds, ask: { kind: 'entries', showIds } })).perSecond;
};
