import { describe, expect, it } from 'vitest';
import { entryValuesOf, untouched } from '../entries/entry-values.ts';
import { parse } from './parse.ts';
import { lineup } from './testing/lineup.ts';

const refusals = (line: string) => parse(line, lineup).problems.map(({ message }) => message);
const only = (line: string) => {
  const { planned, problems } = parse(line, lineup);
  expect(problems).toEqual([]);
  expect(planned).toHaveLength(1);
  return planned[0];
};

const alex = { ...untouched, operator: 'Alex', unitId: 'D1' };
const down = { ...alex, launched: 'No', status: 'No-launch', severity: 'Minor contained' };
const abort = { ...alex, status: 'Abort', severity: 'Minor contained' };

describe('a pilot who is not logged yet', () => {
  it.each([
    ['1 ok', alex],
    ['1 done', alex],
    ['1 completed', alex],
    ['1 nl batt', { ...down, primaryIssue: 'Battery' }],
    ['1 no-launch batt', { ...down, primaryIssue: 'Battery' }],
    ['1 no launch ftl', { ...down, primaryIssue: 'Failed to launch' }],
    ['1 nl batt swap', { ...down, primaryIssue: 'Battery', actions: ['Swap battery'] }],
    ['1 swap nl batt', { ...down, primaryIssue: 'Battery', actions: ['Swap battery'] }],
    ['1 nl batt swap unit D1', { ...down, primaryIssue: 'Battery', actions: ['Swap battery'] }],
    ['1 nl swap batt', { ...down, primaryIssue: 'Battery', actions: ['Swap battery'] }],
    ['1 nl rf swap drone', { ...down, primaryIssue: 'RF link', actions: ['Swap drone'] }],
    ['1 np pilot', { ...down, planned: 'No', primaryIssue: 'Pilot input' }],
    ['1 abort rf 12s', { ...abort, primaryIssue: 'RF link', delaySec: '12' }],
    ['1 abort delay', { ...abort, primaryIssue: 'Command delay' }],
    ['1 abort cmd 1m20s', { ...abort, primaryIssue: 'Command delay', delaySec: '80' }],
    ['1 abort cmd delay 1:20', { ...abort, primaryIssue: 'Command delay', delaySec: '80' }],
    ['1 abort low', { ...abort, primaryIssue: 'Battery', subIssue: 'low voltage' }],
    ['1 abort bms', { ...abort, primaryIssue: 'Battery', subIssue: 'BMS fault' }],
    ['1 abort sensor cal', { ...abort, primaryIssue: 'Sensor or IMU', subIssue: 'calibration' }],
    ['1 abort cal sensor', { ...abort, primaryIssue: 'Sensor or IMU', subIssue: 'calibration' }],
    ['1 abort track software', { ...abort, primaryIssue: 'Tracking lost', subIssue: 'software' }],
    ['1 abort software crash', { ...abort, primaryIssue: 'Software or show control', subIssue: 'crash' }],
    ['1 early abort', { ...abort, primaryIssue: 'Pilot input', subIssue: 'early abort' }],
    [
      '1 abort crit motor no spin',
      {
        ...abort,
        primaryIssue: 'Motor or prop',
        subIssue: 'no spin',
        severity: 'Critical show stop',
      },
    ],
    ['1 ok prop major', { ...alex, primaryIssue: 'Motor or prop', severity: 'Major visible' }],
    ['1 ok 0s', { ...alex, delaySec: '0' }],
    ['1 ok 12,5s', { ...alex, delaySec: '12.5' }],
    [
      '1 ok reboot retry segment logged',
      {
        ...alex,
        actions: ['Reboot', 'Retry launch', 'Abort segment', 'Logged only'],
      },
    ],
    [
      '1 ok root env rx no bat B12 unit D9',
      {
        ...alex,
        rootCause: 'Environment',
        commandRx: 'No',
        batteryId: 'B12',
        unitId: 'D9',
      },
    ],
    ['1 ok "it was windy"', { ...alex, notes: 'it was windy' }],
    ['1 ok -- it was windy, nl batt', { ...alex, notes: 'it was windy, nl batt' }],
    ['1 ok — “from a tablet”', { ...alex, notes: '“from a tablet”' }],
    ['1 nl other "bird" -- big', { ...down, primaryIssue: 'Other', otherDetail: 'bird', notes: 'big' }],
  ])('%j', (line, values) => {
    expect(only(line)?.values).toEqual(values);
  });
});

describe('a pilot who is logged already', () => {
  const james = { ...entryValuesOf(lineup[1]!.entry!) };
  it.each([
    ['2 ok', { status: 'Completed' }],
    ['2 nl', { status: 'No-launch', launched: 'No' }],
    ['2 swap-drone', { actions: ['Reboot', 'Swap drone'] }],
    ['2 batt swap', { primaryIssue: 'Battery', subIssue: '', actions: ['Reboot', 'Swap battery'] }],
    ['2 unknown', { subIssue: 'unknown' }],
    ['2 crit', { severity: 'Critical show stop' }],
    ['2 "early"', { notes: 'early' }],
    ['2 7s', { delaySec: '7' }],
  ])('%j changes what it names and what hangs on it, and blanks nothing else', (line, change) => {
    expect(only(line)?.values).toEqual({ ...james, ...change });
  });

  it('tells each change with what stood there before', () => {
    expect(only('2 batt 7s')?.changes).toEqual([
      { field: 'primaryIssue', before: 'RF link', after: 'Battery', reason: 'said' },
      { field: 'subIssue', before: 'antenna', after: '', reason: 'follows' },
      { field: 'delaySec', before: '4', after: '7', reason: 'said' },
    ]);
  });

  it('is left alone where the line says so already', () => {
    expect(refusals('2 abort')).toEqual(['James (D2): nothing would change']);
    const { planned } = parse('1,2 abort rf', lineup);
    expect(planned.map(({ row, changes }) => [row.operator, changes.length > 0])).toEqual([
      ['Alex', true],
      ['James', false],
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['1', 'Say how it went: ok, nl or abort'],
    ['1 batt', 'Say how it went: ok, nl or abort'],
    ['1 nl', 'Primary issue is required unless Completed, for example batt or rf'],
    ['1 nl other', 'Describe the issue when it is Other, for example "what it was"'],
    ['5 ok', 'Unit is required, for example unit D7'],
    ['1 nl rf swap', 'Say what was swapped: swap-battery or swap-drone'],
    ['1 ok abort', '“ok” and “abort” contradict each other'],
    ['1 ok np', '“np” and “ok” contradict each other'],
    ['1 abort rf batt', '“rf” and “batt” contradict each other'],
    ['1 abort rf swelling', '“swelling” is no sub-issue of RF link'],
    ['1 abort cal', '“cal” could be Tracking lost: calibration or Sensor or IMU: calibration'],
    ['1 abort software', '“software” could be Software or show control or Tracking lost: software'],
    ['1 ok delay 12s', '“delay” could be Command delay or the delay'],
    ['1 abort rf 1s 2s', '“1s” and “2s” contradict each other'],
    ['1 okk', 'Unknown word “okk”; the nearest is “ok”'],
    ['1 nl bat swap', '“bat” takes a value, as in bat B12; “swap” is a word of its own'],
    ['1 ok bat', '“bat” needs a value, as in bat B12'],
    ['1 ok ""', 'The free text is empty'],
    ['1 ok 5', 'Unknown word “5”: write a delay as 5s, several pilots as 7,5'],
    ['1,14 ok unit D3', 'One unit cannot be for several pilots'],
    ['rest ok', 'Nick: Unit is required, for example unit D7'],
  ])('%j: %s', (line, message) => {
    expect(refusals(line)).toEqual([message]);
  });
});

it('does the same to each of several pilots', () => {
  const { planned } = parse('1,7-14 ok', lineup);
  expect(planned.map(({ values }) => [values.operator, values.unitId, values.status])).toEqual([
    ['Alex', 'D1', 'Completed'],
    ['John Henery', 'M-7', 'Completed'],
    ['Nazar', 'D09', 'Completed'],
    ['Zoë', 'D14', 'Completed'],
  ]);
});
