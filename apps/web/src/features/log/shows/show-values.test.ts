import { expect, it } from 'vitest';
import { showSample } from '../testing/samples.ts';
import { emptyShow, showDifferences, showErrors, showValuesOf } from './show-values.ts';

it('asks for each of the five fields that a show needs, in the known words', () => {
  expect(showErrors(emptyShow(''))).toEqual({
    date: 'Date is required',
    time: 'Time is required',
    label: 'Label is required',
    leadPilot: 'Lead pilot is required',
    monkeyLead: 'Monkey lead is required',
  });
  expect(showErrors(showValuesOf(showSample()))).toEqual({});
});

it('names the fields on which two versions differ, and does not mind entries', () => {
  const mine = showValuesOf(showSample({ label: 'Mine', crew: ['Nick', 'Alex'] }));
  expect(showDifferences(mine, showSample())).toEqual([
    { name: 'label', label: 'Label', mine: 'Mine', theirs: 'Evening' },
    { name: 'crew', label: 'Crew', mine: 'Nick, Alex', theirs: 'Nick' },
  ]);
  expect(showDifferences(showSample({ version: 1 }), showSample({ version: 9 }))).toEqual([]);
});
