import { expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

const request = { method: 'POST', url: '/api/shows', body: '{"label":"Late"}' } as const;

it('a repeat of an unanswered change takes the same key, another body another one', () => {
  const attempts = createAttempts();
  const key = attempts.keyFor(request);
  expect(attempts.keyFor(request)).toBe(key);
  expect(attempts.keyFor({ ...request, body: '{}' })).not.toBe(key);
  expect(attempts.keyFor(request, 2)).not.toBe(key);
});

it('after an answer, or two minutes, the same change is a new one', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  const first = attempts.keyFor(request);
  attempts.settle(request);
  const second = attempts.keyFor(request);
  expect(second).not.toBe(first);
  now = 120_000;
  expect(attempts.keyFor(request)).not.toBe(second);
});
