import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JudgedEntry, judgeEntry, pilotKey } from './entry-rules.ts';
import { issues, primaryIssues, severities, statuses, subIssuesOf, yesNo } from './values.ts';

const nominal: JudgedEntry = {
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  primaryIssue: '',
  subIssue: '',
  otherDetail: '',
  severity: '',
};
const fieldsOf = (change: Partial<JudgedEntry>) =>
  judgeEntry({ ...nominal, ...change }).map(({ field }) => field);

describe('the rules of an entry', () => {
  it('accept a nominal entry', () => expect(judgeEntry(nominal)).toEqual([]));
  it('accept a completed entry that flew with a defect', () =>
    expect(fieldsOf({ primaryIssue: 'Battery', subIssue: 'swelling', severity: 'Minor contained' })).toEqual(
      [],
    ));
  it('ask for issue and severity unless completed', () =>
    expect(fieldsOf({ status: 'Abort' })).toEqual(['primaryIssue', 'severity']));
  it('ask for detail when the issue is Other', () =>
    expect(fieldsOf({ status: 'Abort', severity: 'Major visible', primaryIssue: 'Other' })).toEqual([
      'otherDetail',
    ]));
  it('refuse a sub-issue of another issue', () =>
    expect(fieldsOf({ primaryIssue: 'Battery', subIssue: 'no spin' })).toEqual(['subIssue']));
  it('refuse a sub-issue without an issue', () =>
    expect(fieldsOf({ subIssue: 'unknown' })).toEqual(['subIssue']));
  it('say that what did not launch is a No-launch', () =>
    expect(fieldsOf({ launched: 'No' })).toEqual(['status']));
  it('say that what launched is never a No-launch', () =>
    expect(fieldsOf({ status: 'No-launch', primaryIssue: 'Battery', severity: 'Major visible' })).toEqual([
      'status',
    ]));
  it('refuse a launch that was not planned', () => expect(fieldsOf({ planned: 'No' })).toContain('launched'));

  it('accept an entry exactly where each rule, read alone, is kept', () => {
    const anyEntry = fc.record({
      planned: fc.constantFrom(...yesNo),
      launched: fc.constantFrom(...yesNo),
      status: fc.constantFrom(...statuses),
      primaryIssue: fc.constantFrom('', ...primaryIssues),
      subIssue: fc.constantFrom('', ...Object.values(issues).flat()),
      otherDetail: fc.constantFrom('', 'free words'),
      severity: fc.constantFrom('', ...severities),
    });
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const kept =
          (entry.planned === 'No' || entry.launched === 'No' ? entry.status === 'No-launch' : true) &&
          (entry.launched === 'Yes' ? entry.status !== 'No-launch' : true) &&
          (entry.status === 'Completed' || (entry.primaryIssue !== '' && entry.severity !== '')) &&
          (entry.primaryIssue !== 'Other' || entry.otherDetail !== '') &&
          (entry.subIssue === '' || subIssuesOf(entry.primaryIssue).includes(entry.subIssue));
        expect(judgeEntry(entry).length === 0).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the key of a pilot', () => {
  it.each([
    ['Zoë', 'ZOË'],
    [' Alex ', 'alex'],
    ['Ｎａｚａｒ', 'Nazar'],
    ['Zoe\u0308', 'Zoë'],
    ['Strauß', 'STRAUSS'],
  ])('is the same for %j and %j', (one, other) => expect(pilotKey(one)).toBe(pilotKey(other)));
  it('differs for different people', () => expect(pilotKey('Nick')).not.toBe(pilotKey('Nic')));
});
