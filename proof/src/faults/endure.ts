import { check } from '../history/check.ts';
import type { History } from '../history/record.ts';
import { act } from '../history/run.ts';
import { randomOf } from '../random.ts';
import type { FaultName } from './faults.ts';
import { untold } from './untold.ts';
import { losesOneIn, openFaultyVenue } from './venue.ts';
import { type Plan, wreck, type Wreckage } from './wreck.ts';

interface Evening {
  servers: number;
  clients: number;
  readers: number;
  seed: number;
  plan: Plan;
  onFault?: (done: number, name: FaultName) => void;
}

export interface Endured {
  history: History;
  wreckage: Wreckage;
  /** What was not ready again in time. */
  late: string[];
  /** Every other promise that was broken. */
  broken: string[];
}

/** Lets people work while one thing after the other breaks, and judges what is left. */
export async function endure(evening: Evening): Promise<Endured> {
  const { servers, seed, plan, onFault = () => {} } = evening;
  const venue = await openFaultyVenue(servers, { losesOneIn, ownDisk: true });
  try {
    const over = new AbortController();
    const wrecking = wreck(venue, { plan, random: randomOf(seed), onFault }).finally(() => over.abort());
    const working = act(venue, { ...evening, until: over.signal });
    const [history, { wreckage, late, ended }] = await Promise.all([working, wrecking]);
    const broken = [
      ...ended,
      ...check(history),
      ...venue.unexpected.map((one) => `answer: ${one}`),
      ...(await untold(venue, history.log)),
    ];
    return { history, wreckage, late, broken };
  } finally {
    await venue.close();
  }
}
