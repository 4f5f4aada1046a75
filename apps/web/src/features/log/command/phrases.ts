import { secondsIn } from './durations.ts';
import { nearest } from './nearest.ts';
import { missing, type Problem, wrong } from './plan.ts';
import { asName, asWritten, type Meaning, type Term, terms, valueWords } from './terms.ts';
import type { Token } from './tokens.ts';

/** One or more words as typed, with all that they could mean. */
export interface Phrase {
  typed: string;
  readings: Meaning[];
}

/** The longest name of a term in words. */
const mostWords = 5;

const statusNames = new Set(
  terms.filter(({ meaning }) => meaning.field === 'status').flatMap(({ names }) => names),
);

/** `early abort` may be a sub-issue or an early fault and an abort: of such, each word is read alone. */
const readsApart = ({ names, meaning }: Term) =>
  meaning.field !== 'status' && names.some((name) => name.split(' ').some((word) => statusNames.has(word)));

const called = (name: string, from: readonly Term[]) => {
  const whole = from.filter(({ names }) => names.includes(name));
  if (whole.length > 0 || name === '') return whole;
  return from.filter(({ names }) => names.some((one) => one.startsWith(name)));
};

const joinable = terms.filter((term) => !readsApart(term));
const named = (name: string) => called(name, terms);
const joined = (name: string) => called(name, joinable);
const isWhole = (name: string, { names }: Term) => names.includes(name);

/** How many of these words are the name of one thing together. */
function together(words: readonly string[]): number {
  for (let count = Math.min(mostWords, words.length); count > 1; count--) {
    const name = words.slice(0, count).join(' ');
    const found = joined(name);
    if (found.some((term) => isWhole(name, term))) return count;
    // `swap batt` is two words, for `batt` means something by itself; `low volt` is one thing.
    if (found.length > 0 && named(words[count - 1] ?? '').length === 0) return count;
  }
  return 1;
}

const known = [...terms.flatMap((term) => [asWritten(term), ...term.names]), ...Object.keys(valueWords)];

const unknown = (typed: string): Problem => {
  const near = nearest(typed, known) ?? '';
  if (/^\d+$/.test(typed))
    return wrong(`Unknown word “${typed}”: write a delay as ${typed}s, several pilots as 7,${typed}`);
  return wrong(`Unknown word “${typed}”; the nearest is “${near}”`);
};

const isDelay = (token: Token | undefined) =>
  token !== undefined && !token.free && secondsIn(token.text) !== undefined;

/** Reads the words of a command, as far as each can be read by itself. */
export function readPhrases(tokens: readonly Token[]): { phrases: Phrase[]; problems: Problem[] } {
  const phrases: Phrase[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < tokens.length;) {
    const { phrase, problem, used } = readPhrase(tokens.slice(at));
    if (phrase) phrases.push(phrase);
    if (problem) problems.push(problem);
    at += used;
  }
  return { phrases, problems };
}

interface Read {
  phrase?: Phrase;
  problem?: Problem;
  used: number;
}

const one = (typed: string, meaning: Meaning, used = 1): Read => ({
  phrase: { typed, readings: [meaning] },
  used,
});

function readPhrase(tokens: readonly Token[]): Read {
  const [token, next] = tokens;
  if (!token) return { used: 1 };
  const { text, free } = token;
  if (free && text === '') return { problem: missing('The free text is empty'), used: 1 };
  if (free) return one(text, { field: 'notes', value: text });
  const name = asName(text);
  if (Object.hasOwn(valueWords, name)) return readValue(name, next);
  const seconds = secondsIn(text);
  if (seconds !== undefined) return one(text, { field: 'delaySec', value: seconds });
  const plain = tokens.findIndex((token) => token.free);
  const words = tokens.slice(0, plain === -1 ? mostWords : plain).map((token) => asName(token.text));
  const used = together(words);
  const typed = tokens
    .slice(0, used)
    .map((token) => token.text)
    .join(' ');
  const found = used > 1 ? joined(words.slice(0, used).join(' ')) : named(name);
  if (found.length === 0) return { problem: unknown(text), used: 1 };
  const readings = found.map(({ meaning }) => meaning);
  if (name === 'delay' && isDelay(next)) readings.push({ field: 'label', value: 'the delay' });
  return { phrase: { typed, readings }, used };
}

function readValue(word: string, next: Token | undefined): Read {
  const taken = valueWords[word];
  if (!taken || !next || next.text === '')
    return { problem: missing(`“${word}” needs a value, as in ${taken?.example}`), used: next ? 2 : 1 };
  if (!next.free && terms.some((term) => isWhole(asName(next.text), term)))
    return {
      problem: wrong(`“${word}” takes a value, as in ${taken.example}; “${next.text}” is a word of its own`),
      used: 2,
    };
  return one(`${word} ${next.text}`, { field: taken.field, value: next.text }, 2);
}
