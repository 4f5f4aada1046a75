import { describe, expect, it } from 'vitest';
import { entrySample } from '../testing/samples.ts';
import { entryBodyOf, entryErrors, entryValuesOf, settle, untouched } from './entry-values.ts';

const flown = { ...untouched, unitId: 'D-1', operator: 'Alex' };

describe('what the form tells the server', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12.5', 12.5],
    ['12,5', 12.5],
  ])('a delay typed as %j is %j', (typed, delaySec) => {
    expect(entryBodyOf({ ...flown, delaySec: typed }).delaySec).toBe(delaySec);
  });

  it('keeps every field of an entry through the form and back', () => {
    const entry = entrySample({
      status: 'Abort',
      primaryIssue: 'Battery',
      subIssue: 'swelling',
      severity: 'Major visible',
      rootCause: 'Hardware',
      actions: ['Reboot', 'Swap drone'],
      batteryId: 'B-7',
      delaySec: 0,
      commandRx: 'No',
      notes: 'two\nlines',
    });
    expect(entry).toMatchObject(entryBodyOf(entryValuesOf(entry)));
    expect(entryValuesOf({ ...entry, delaySec: null }).delaySec).toBe('');
  });
});

describe('what the form refuses', () => {
  it('says which fields are missing', () => {
    expect(entryErrors({ ...untouched, status: '' })).toMatchObject({
      unitId: 'Unit is required',
      operator: 'Operator is required',
      status: 'Status is required',
    });
    expect(entryErrors(flown)).toEqual({});
  });

  it('asks for issue and severity unless Completed, and for detail when it is Other', () => {
    expect(entryErrors({ ...flown, status: 'Abort' })).toEqual({
      primaryIssue: 'Primary issue is required unless Completed',
      severity: 'Severity is required unless Completed',
    });
    expect(entryErrors({ ...flown, primaryIssue: 'Other', otherDetail: ' ' })).toEqual({
      otherDetail: 'Describe the issue when it is Other',
    });
  });

  it.each([
    ['soon', 'Delay must be a number of seconds'],
    ['-1', 'Delay must be 0 or more seconds'],
  ])('refuses a delay of %j', (delaySec, message) => {
    expect(entryErrors({ ...flown, delaySec })).toEqual({ delaySec: message });
  });
});

describe('what one choice does to others', () => {
  it('a unit that was not planned or did not launch is a No-launch, and back', () => {
    const down = settle(flown, { launched: 'No' });
    expect(down.status).toBe('No-launch');
    expect(settle(flown, { planned: 'No' })).toMatchObject({ launched: 'No', status: 'No-launch' });
    expect(settle(down, { launched: 'Yes' }).status).toBe('Completed');
  });

  it('a sub-issue goes with its issue, and nothing else is blanked', () => {
    const broken = settle(flown, {
      primaryIssue: 'Battery',
      subIssue: 'swelling',
      otherDetail: 'x',
      severity: 'Minor contained',
    });
    expect(settle(broken, { primaryIssue: 'RF link' })).toMatchObject({
      subIssue: '',
      otherDetail: 'x',
      severity: 'Minor contained',
    });
    expect(settle({ ...broken, status: 'Abort' }, { status: 'Completed' })).toMatchObject({
      primaryIssue: 'Battery',
      subIssue: 'swelling',
    });
  });
});
