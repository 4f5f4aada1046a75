import { expect, it } from 'vitest';
import { describe } from './describe.ts';
import { examples } from './examples.ts';
import { parse } from './parse.ts';
import { lineup } from './testing/lineup.ts';

const flying = lineup.filter(({ unitId }) => unitId !== '');

it.each(examples)('“$line” is a command: $does', ({ line }) => {
  const plan = parse(line, flying);
  expect(plan.problems).toEqual([]);
  expect(describe(plan, 'Drone')).not.toEqual([]);
});
