import { afterEach, expect, it, vi } from 'vitest';
import { compareClocks, serverNow } from './clock.ts';

const said = 'Fri, 20 Nov 2026 20:00:00 GMT';
const moment = Date.parse(said);

afterEach(() => {
  vi.useRealTimers();
  compareClocks(new Date().toUTCString());
});

it('goes by the server where the device is ahead or behind', () => {
  for (const wrong of [-3_600_000, 90_000]) {
    vi.useFakeTimers({ now: moment + wrong });
    compareClocks(said);
    expect(serverNow()).toBe(moment);
  }
});

it('takes the way of an answer for no difference, and an answer without a date for no news', () => {
  vi.useFakeTimers({ now: moment + 1_500 });
  compareClocks(said);
  compareClocks(null);
  compareClocks('yesterday');
  expect(serverNow()).toBe(moment + 1_500);
});
