import { expect, it } from 'vitest';
import { reconnectPauseMs } from './reconnect-pause.ts';

it('grows from half a second to a quarter of a minute, and is never the same for all', () => {
  expect([0, 1, 2, 9, 60].map((failures) => reconnectPauseMs(failures, () => 1))).toEqual([
    500, 1_000, 2_000, 15_000, 15_000,
  ]);
  expect(reconnectPauseMs(3, () => 0)).toBe(reconnectPauseMs(3, () => 1) / 2);
});
