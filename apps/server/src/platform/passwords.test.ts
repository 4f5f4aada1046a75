import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.hashing.ts';
import { weaknessOf } from './passwords.policy.ts';
import { boundedQueue } from './passwords.queue.ts';

const person = { email: 'dana.diaz@example.org', displayName: 'Dana Diaz' };

describe('a password', () => {
  it.each([
    'password1234',
    'passwordpassword',
    'qwertyuiop[]',
    'aaaaaaaaaaaaaaaaaaaa',
    '123456789012',
    'iloveyou1234',
  ])('is refused as easy to guess: %s', (password) =>
    expect(weaknessOf(password, person)).toMatch('easy to guess'),
  );
  it.each(['my dana password', 'DIAZ quietly flies', 'x dana.diaz@example.org', 'DanaDiaz 8 herons'])(
    'is refused when it has the own name or address: %s',
    (password) => expect(weaknessOf(password, person)).toMatch('own name'),
  );
  it('may have the letters of a short name by chance', () => {
    expect(
      weaknessOf('seven quiet herons', { email: 'eve@example.org', displayName: 'Eve' }),
    ).toBeUndefined();
  });
  it('needs twelve characters, and of no certain kind', () => {
    expect(weaknessOf('xk7Q!mz9', person)).toBe('Use at least 12 characters');
    expect(weaknessOf('seven quiet herons', person)).toBeUndefined();
    expect(weaknessOf('тихая цапля на закате', person)).toBeUndefined();
  });
  it('is judged by its beginning, so that a long one does not keep the server busy', () => {
    const strong = 'seven quiet herons over the fen';
    expect(weaknessOf(strong, person)).toBeUndefined();
    expect(weaknessOf('a'.repeat(128) + strong, person)).toMatch(/easy to guess/);
  });
  it('fits only with the pepper that it was hashed with, and however its letters are composed', async () => {
    const [ours, theirs] = [createPasswords('the pepper of ours'), createPasswords('the pepper of theirs')];
    const hash = await ours.hash('über den Dächern');
    expect(await ours.verify(hash, 'über den Dächern'.normalize('NFD'))).toBe(true);
    expect(await theirs.verify(hash, 'über den Dächern')).toBe(false);
    expect(await ours.verify(null, 'über den Dächern')).toBe(false);
    expect(await ours.verify('none', 'none')).toBe(false);
    expect(ours.isOutdated(hash)).toBe(false);
  });
});

describe('the queue of hashing', () => {
  it('runs two at once, in order, and refuses when too many wait', async () => {
    const queued = boundedQueue({ atOnce: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (number: number) => async () => {
      most = Math.max(most, (running += 1));
      order.push(number);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      if (number === 2) throw new Error('failed');
    };
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((number) => queued(work(number))));
    expect(outcomes.map((one) => one.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(outcomes[5]).toMatchObject({
      reason: { status: 503, code: 'passwords.busy', extras: { retryAfterSec: 5 } },
    });
    expect([most, order]).toEqual([2, [1, 2, 3, 4, 5]]);
    await queued(work(7));
  });
});
