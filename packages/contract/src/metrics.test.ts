import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals } from './decimal.ts';
import {
  addSums,
  type CountedEntry,
  formatMetric,
  issueRates,
  metrics,
  metricsFromSums,
  metricsOf,
  sumsOf,
} from './metrics.ts';
import { primaryIssues, statuses, yesNo } from './values.ts';

const entry = (change: Partial<CountedEntry> = {}): CountedEntry => ({
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  delaySec: null,
  ...change,
});
const delayed = (...delays: (number | null)[]) => delays.map((delaySec) => entry({ delaySec }));

const anyEntry = fc.record({
  planned: fc.constantFrom(...yesNo),
  launched: fc.constantFrom(...yesNo),
  status: fc.constantFrom(...statuses),
  delaySec: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }).map((delay) => delay + 0)),
});

describe('the dictionary of numbers', () => {
  it('knows every rate of a set of entries', () => {
    const entries = [
      entry({ delaySec: 0 }),
      entry({ delaySec: 12.5 }),
      entry({ status: 'Abort', delaySec: 40 }),
      entry({ status: 'No-launch', launched: 'No' }),
      entry({ status: 'No-launch', launched: 'No', planned: 'No' }),
    ];
    expect(metricsOf(entries)).toEqual({
      entriesCount: 5,
      completedCount: 2,
      noLaunchCount: 2,
      abortCount: 1,
      completionRate: 40,
      launchRate: 60,
      abortRate: 20,
      launchSuccess: 50,
      avgDelaySec: 17.5,
      maxDelaySec: 40,
      delayCount: 3,
      plannedCount: 4,
      launchedCount: 3,
    });
  });

  it('says null, not 0, where there is nothing to divide by', () => {
    const none = metricsOf([]);
    expect(none).toMatchObject({ entriesCount: 0, completionRate: null, launchSuccess: null });
    expect(none).toMatchObject({ avgDelaySec: null, maxDelaySec: null });
    const unplanned = entry({ planned: 'No', launched: 'No', status: 'No-launch' });
    expect(metricsOf([unplanned])).toMatchObject({ launchRate: 0, launchSuccess: null });
  });

  it('leaves a missing delay out of the average and counts a delay of 0', () => {
    expect(metricsOf(delayed(null, 10, null))).toMatchObject({ avgDelaySec: 10, delayCount: 1 });
    expect(metricsOf(delayed(0, 10))).toMatchObject({ avgDelaySec: 5, delayCount: 2 });
    expect(metricsOf(delayed(0, 0))).toMatchObject({ avgDelaySec: 0, maxDelaySec: 0 });
  });

  it('adds delays exactly', () => {
    expect(metricsOf(delayed(0.1, 0.2)).avgDelaySec).toBe(0.3 / 2);
    expect(sumsOf(delayed(1e9, 1e-7, 5e-324)).delaySum).toBe(`1000000000.0000001${'0'.repeat(316)}5`);
    expect(addDecimals(['12.50', '-2.5'])).toBe('10');
    expect(() => addDecimals(['Infinity'])).toThrow('not a decimal number');
  });

  it('gives the same digits in whatever order and however the entries are split into days', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), fc.array(anyEntry), (one, other) => {
        const together = metricsOf([...one, ...other]);
        expect(metricsOf([...other, ...one].toReversed())).toEqual(together);
        expect(metricsFromSums(addSums(sumsOf(one), sumsOf(other)))).toEqual(together);
      }),
    );
  });

  it('keeps every rate between 0 and 100 and every average between the delays', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1 }), (entries) => {
        const { completionRate, launchRate, abortRate, avgDelaySec, maxDelaySec } = metricsOf(entries);
        for (const rate of [completionRate, launchRate, abortRate]) {
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(100);
        }
        if (avgDelaySec !== null) expect(avgDelaySec).toBeLessThanOrEqual((maxDelaySec ?? 0) * (1 + 1e-15));
      }),
    );
  });

  it('names each number once, with the count that it rests on', () => {
    expect(metrics.map(({ name }) => name).toSorted()).toEqual(Object.keys(metricsOf([])).toSorted());
    expect(new Set(metrics.map(({ label }) => label)).size).toBe(metrics.length);
  });
});

describe('issue rates', () => {
  const having = (...issues: string[]) =>
    issues.map((primaryIssue) => ({ primaryIssue }) as { primaryIssue: (typeof primaryIssues)[number] });

  it('go from the most frequent down, and ties go as the list of issues does', () => {
    expect(issueRates(having('Other', 'Battery', '', 'Other', 'RF link'))).toEqual([
      { issue: 'Other', count: 2, n: 5, rate: 40 },
      { issue: 'RF link', count: 1, n: 5, rate: 20 },
      { issue: 'Battery', count: 1, n: 5, rate: 20 },
    ]);
    expect(issueRates([])).toEqual([]);
  });
});

describe('a written value', () => {
  it.each([
    ['entriesCount', 1_794, '1,794'],
    ['completionRate', 93.333, '93.3 %'],
    ['avgDelaySec', 0, '0.0 s'],
    ['avgDelaySec', null, '–'],
  ] as const)('of %s %s is %s', (name, value, written) => expect(formatMetric(name, value)).toBe(written));
});
