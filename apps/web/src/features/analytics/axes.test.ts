import { expect, it } from 'vitest';
import { axesOf, sideOf } from './axes.ts';

it('puts percent left and seconds right', () => {
  const axes = axesOf(['avgDelaySec', 'completionRate', 'launchRate']);
  expect(axes).toEqual({ left: 'percent', right: 'seconds' });
  expect(sideOf('avgDelaySec', axes)).toBe('right');
});

it('gives counts an axis where one is free, and none where a scale would lie', () => {
  expect(axesOf(['abortCount'])).toEqual({ left: 'count', right: undefined });
  const full = axesOf(['abortCount', 'avgDelaySec', 'abortRate']);
  expect(sideOf('abortCount', full)).toBeUndefined();
});
