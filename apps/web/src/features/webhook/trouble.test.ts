import { expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const well = {
  waiting: 0,
  oldestWaitingAt: null,
  dead: 0,
  pausedReason: null,
  lastSuccessAt: 2_000,
  lastFailureAt: 1_000,
  lastFailure: 'The receiver answered 500',
};

it('is silent while messages arrive, also after older failures', () => {
  expect(troubleOf(well)).toBeUndefined();
  expect(troubleOf({ ...well, waiting: 3, dead: 2 })).toBeUndefined();
  expect(troubleOf({ ...well, lastSuccessAt: null, lastFailureAt: null })).toBeUndefined();
});

it('tells why nothing gets through, and how much waits or was given up', () => {
  const failing = { ...well, lastFailureAt: 3_000, waiting: 1, dead: 4 };
  expect(troubleOf(failing)).toBe(
    'The webhook does not get through: The receiver answered 500. 1 message is waiting. 4 messages are given up within 30 days.',
  );
  expect(troubleOf({ ...failing, lastSuccessAt: null })).toContain('does not get through');
  expect(troubleOf({ ...well, pausedReason: 'The receiver answered 410 Gone.', waiting: 2 })).toBe(
    'The webhook is paused. The receiver answered 410 Gone. 2 messages are waiting.',
  );
});
