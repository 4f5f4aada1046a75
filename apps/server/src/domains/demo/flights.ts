import type { NewEntry } from '@monkey-tracker/contract/entries';
import { between, pick, type Random } from './random.ts';
import { aborts, defects, groundings } from './troubles.ts';

export type Flight = Omit<NewEntry, 'id' | 'ts'> & { ts: number };

const untouched = {
  primaryIssue: '',
  subIssue: '',
  otherDetail: '',
  severity: '',
  rootCause: '',
  actions: [],
  notes: '',
} as const;

/** How one pilot's flight went: mostly well, sometimes late, now and then not at all. */
export function flightOf(random: Random, operator: string, unit: number, ts: number): Flight {
  const who = {
    ts,
    operator,
    unitId: `D${unit}`,
    batteryId: random() < 0.7 ? `B${String(unit * 2 + between(random, 0, 1)).padStart(2, '0')}` : '',
    commandRx: random() < 0.8 ? ('Yes' as const) : ('' as const),
  };
  const luck = random();
  if (luck < 0.01) {
    const spare = {
      ...untouched,
      primaryIssue: 'Other',
      otherDetail: 'Spare unit, not in the plan',
    } as const;
    return {
      ...who,
      ...spare,
      actions: ['Logged only'],
      severity: 'Minor contained',
      planned: 'No',
      launched: 'No',
      status: 'No-launch',
      delaySec: null,
    };
  }
  if (luck < 0.07) {
    const trouble = { ...untouched, ...pick(random, groundings) };
    const delaySec = random() < 0.5 ? null : between(random, 30, 240);
    return { ...who, ...trouble, planned: 'Yes', launched: 'No', status: 'No-launch', delaySec };
  }
  if (luck < 0.12) {
    const trouble = { ...untouched, ...pick(random, aborts) };
    return {
      ...who,
      ...trouble,
      planned: 'Yes',
      launched: 'Yes',
      status: 'Abort',
      delaySec: lateness(random),
    };
  }
  const trouble = luck < 0.18 ? { ...untouched, ...pick(random, defects) } : untouched;
  return {
    ...who,
    ...trouble,
    actions: [...trouble.actions],
    planned: 'Yes',
    launched: 'Yes',
    status: 'Completed',
    delaySec: lateness(random),
  };
}

/** Mostly nobody measured; where somebody did, often on time. */
function lateness(random: Random): number | null {
  const luck = random();
  if (luck < 0.5) return null;
  return luck < 0.7 ? 0 : between(random, 2, 45);
}
