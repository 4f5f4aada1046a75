import { expect, it } from 'vitest';
import { axesOf, sideOf } from './axes.ts';

it('puts percent left and seconds right', () => {
  const axes = axesOf(['seconds', 'percent', 'percent']);
  expect(axes).toEqual({ left: 'percent', right: 'seconds' });
  expect(sideOf('seconds', axes)).toBe('right');
});

it('gives counts an axis where one is free, and none where a scale would lie', () => {
  expect(axesOf(['count'])).toEqual({ left: 'count', right: undefined });
  expect(sideOf('count', axesOf(['count', 'seconds', 'percent']))).toBeUndefined();
});
