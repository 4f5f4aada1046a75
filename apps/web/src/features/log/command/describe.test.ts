import { expect, it } from 'vitest';
import { describe as sentencesOf } from './describe.ts';
import { parse } from './parse.ts';
import { lineup } from './testing/lineup.ts';

const said = (line: string) => sentencesOf(parse(line, lineup), 'Drone');

it('says what a new line will be, with what was assumed and what follows', () => {
  expect(said('1 nl batt swap')).toEqual([
    {
      doing: 'Log',
      who: ['Alex (D1)'],
      what: [
        'Status No-launch',
        'Primary issue Battery',
        'Actions taken Swap battery',
        'Launched No (by rule)',
        'Severity Minor contained (assumed)',
      ],
    },
  ]);
});

it('says what a logged line is and will be', () => {
  expect(said('2 batt')).toEqual([
    {
      doing: 'Change',
      who: ['James (D2)'],
      what: ['Primary issue RF link → Battery', 'Sub-issue antenna → none (by rule)'],
    },
  ]);
});

it('says the same thing once for all, and who stays as they are', () => {
  expect(said('1-14 abort rf').map(({ doing, who }) => [doing, who])).toEqual([
    ['Log', ['Alex (D1)', 'John Henery (M-7)', 'Nazar (D09)', 'Zoë (D14)']],
    ['Leave', ['James (D2)']],
  ]);
});

it('calls a new line by the unit that it will have', () => {
  expect(said('5 ok unit D5')).toEqual([
    { doing: 'Log', who: ['Nick (D5)'], what: ['Drone ID D5', 'Status Completed'] },
  ]);
});
