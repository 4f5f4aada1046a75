import { newShow, type Show } from '@monkey-tracker/contract/shows';
import type { Difference } from '../../../ui/conflict.tsx';
import { schemaErrors } from '../../../ui/schema-errors.ts';

/** The fields of a show that people fill in. */
export type ShowValues = Pick<
  Show,
  'date' | 'time' | 'label' | 'leadPilot' | 'monkeyLead' | 'crew' | 'notes'
>;

export const labels = {
  date: 'Date',
  time: 'Time',
  label: 'Label',
  leadPilot: 'Lead pilot',
  monkeyLead: 'Monkey lead',
  crew: 'Crew',
  notes: 'Notes',
} as const satisfies Record<keyof ShowValues, string>;

export const emptyShow = (date: string): ShowValues => ({
  date,
  time: '',
  label: '',
  leadPilot: '',
  monkeyLead: '',
  crew: [],
  notes: '',
});

export const showValuesOf = ({
  date,
  time,
  label,
  leadPilot,
  monkeyLead,
  crew,
  notes,
}: ShowValues): ShowValues => ({
  date,
  time,
  label,
  leadPilot,
  monkeyLead,
  crew,
  notes,
});

/** What another show like this one begins with: everything but the time. */
export const duplicateOf = (show: ShowValues): ShowValues => ({ ...showValuesOf(show), time: '' });

export const showErrors = (values: ShowValues): Record<string, string> => schemaErrors(newShow, values);

const inWords = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value);

/** Where two versions of a show's own fields differ; its entries are another matter. */
export function showDifferences(mine: ShowValues, theirs: ShowValues): Difference[] {
  const names: (keyof ShowValues)[] = ['date', 'time', 'label', 'leadPilot', 'monkeyLead', 'crew', 'notes'];
  return names
    .map((name) => ({ name, label: labels[name], mine: inWords(mine[name]), theirs: inWords(theirs[name]) }))
    .filter((pair) => pair.mine !== pair.theirs);
}
