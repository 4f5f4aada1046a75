import type { Group } from '@monkey-tracker/contract/archive-metrics';
import { expect, it } from 'vitest';
import { linesOfIssues, linesOfMetrics } from './lines.ts';

const measure = { value: 50, n: 4, min: 0, max: 100 };
const group = {
  metrics: { completionRate: measure },
  issues: [{ issue: 'Battery', count: 1, n: 4, rate: 25, min: 0, max: 50 }],
} as unknown as Group;

it('reads a metric with n and range', () => {
  expect(linesOfMetrics(['completionRate']).map((line) => line.read(group))).toEqual([measure]);
});

it('counts an issue that did not occur as 0, and as nothing where there was no entry', () => {
  const [battery, link] = linesOfIssues(['Battery', 'RF link']);
  expect(battery?.read(group)).toEqual({ value: 25, n: 4, min: 0, max: 50 });
  expect(link?.read(group)).toMatchObject({ value: 0, n: 4 });
  const empty = { metrics: { completionRate: { ...measure, n: 0 } }, issues: [] } as unknown as Group;
  expect(link?.read(empty)).toMatchObject({ value: null, n: 0 });
});
