import { expect, test } from 'vitest';
import { createSealer } from './sealing.ts';

const sealer = createSealer('a pepper for the tests');
const secret = 'whsec_Ünïcode ∆ and more';

test('what was sealed is readable again, and never twice the same', () => {
  const sealed = sealer.seal('webhook', secret);
  expect(sealer.unseal('webhook', sealed)).toBe(secret);
  expect(sealed).not.toContain('whsec');
  expect(sealer.seal('webhook', secret)).not.toBe(sealed);
});

test('a seal opens for its own purpose and key only, and not after a change', () => {
  const sealed = sealer.seal('totp', secret);
  const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  expect(() => sealer.unseal('mail', sealed)).toThrow();
  expect(() => createSealer('another pepper').unseal('totp', sealed)).toThrow();
  expect(() => sealer.unseal('totp', changed)).toThrow();
  expect(() => sealer.unseal('totp', secret)).toThrow('never sealed');
});
