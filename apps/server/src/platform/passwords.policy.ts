import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { invalid } from './problem.ts';

/** Whose password it shall be: their own name and address make it guessable. */
export interface Person {
  email: string;
  displayName: string;
}

// Built at the first use: the word lists take 25 ms and some memory.
let estimator: ZxcvbnFactory | undefined;

/** Longer input is judged by its beginning: estimating takes more than linear time. */
const judgedLength = 128;

const reduced = (value: string) => value.normalize('NFKC').toLowerCase();

function ownWords({ email, displayName }: Person): string[] {
  const [local = ''] = email.split('@');
  const names = [displayName, displayName.replaceAll(/\s/g, ''), ...displayName.split(/\s+/)];
  return [email, local, ...names].map(reduced).filter((word) => word.length >= 3);
}

/** A short name counts only as a word of its own: Eve may well write of seven herons. */
function contains(password: string, own: string): boolean {
  if (own.length >= 5) return password.includes(own);
  return password.split(/\P{L}+/u).includes(own);
}

/**
 * Why a password is too easy to guess, in words for the person who chose it; undefined where it is good.
 * There are no rules of composition: length and rarity count, not digits and signs.
 */
export function weaknessOf(password: string, person: Person): string | undefined {
  const own = ownWords(person);
  const lowered = reduced(password);
  if (Array.from(password).length < 12) return 'Use at least 12 characters';
  if (own.some((word) => contains(lowered, word))) return 'Do not use your own name or email address in it';
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: judgedLength });
  const { score } = estimator.check(password.slice(0, judgedLength), [...own, 'monkey', 'tracker', 'drone']);
  return score < 3 ? 'This password is easy to guess. Use several unrelated words.' : undefined;
}

/** Refuses a password that is easy to guess. */
export function ensureStrong(password: string, person: Person): void {
  const weakness = weaknessOf(password, person);
  if (weakness !== undefined) throw invalid([{ path: 'password', message: weakness }]);
}
