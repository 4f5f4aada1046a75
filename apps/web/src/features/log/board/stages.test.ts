import { expect, it } from 'vitest';
import { untouched } from '../entries/entry-values.ts';
import { chosenBy, lastStage, stageOf } from './stages.ts';

it('asks for the issue, then for its sub-issue, then for the severity', () => {
  expect(stageOf(untouched)).toBe('primaryIssue');
  expect(stageOf({ ...untouched, primaryIssue: 'Battery' })).toBe('subIssue');
  expect(stageOf({ ...untouched, primaryIssue: 'Other' })).toBe('severity');
  expect(stageOf({ ...untouched, primaryIssue: 'Other', severity: 'Minor contained' })).toBeUndefined();
});

it('takes a digit for the option in that place, 0 for the tenth', () => {
  expect(chosenBy('5', untouched)).toEqual({ stage: 'primaryIssue', option: 'Battery' });
  expect(chosenBy('0', untouched)).toEqual({ stage: 'primaryIssue', option: 'Other' });
  const battery = { ...untouched, primaryIssue: 'Battery' };
  expect(chosenBy('1', battery)).toEqual({ stage: 'subIssue', option: 'low voltage' });
  expect(chosenBy('9', battery)).toBeUndefined();
  expect(chosenBy('x', untouched)).toBeUndefined();
});

it('goes back by the last thing that was said', () => {
  expect(lastStage(untouched)).toBeUndefined();
  expect(lastStage({ ...untouched, primaryIssue: 'Battery', subIssue: 'unknown' })).toBe('subIssue');
});
