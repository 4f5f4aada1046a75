import { expect, it } from 'vitest';
import { analyticsSearch, metricsIn } from './analytics-search.ts';

it('reads what an address says, and keeps it as it was', () => {
  const search = {
    from: '2026-01-01',
    by: 'week',
    show: 'completionRate,avgDelaySec',
    of: 'unit',
    issues: 'RF link,Battery',
    unit: 'D7',
  };
  expect(analyticsSearch(search)).toEqual(search);
});

it('ignores what makes no sense', () => {
  expect(analyticsSearch({ from: '2026-13-01', by: 'hour', show: 'luck', of: 7, unit: ' ' })).toEqual({});
});

it('draws metrics in the order of the dictionary, whatever the order in the address', () => {
  expect(metricsIn('avgDelaySec,completionRate')).toEqual(['completionRate', 'avgDelaySec']);
});
