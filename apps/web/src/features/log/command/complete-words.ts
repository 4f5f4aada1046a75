import type { CommandRow } from './plan.ts';
import { readPhrases } from './phrases.ts';
import { resolve } from './resolve.ts';
import { asName, asWritten, type Meaning, type Term, terms } from './terms.ts';
import { type Token, tokensOf } from './tokens.ts';
import { readTargets } from './targets.ts';

interface Offer {
  line: string;
  text: string;
  label: string;
}

/** So many words may be the beginning of one name. */
const mostWords = 3;

/** What the words so far leave open, in the order in which it is asked for. */
function orderFor(meanings: readonly Meaning[], issue: string): (term: Term) => number {
  const says = (name: Meaning['field']) => meanings.some(({ field }) => field === name);
  const failed = meanings.some(({ field, value }) => field === 'status' && value !== 'Completed');
  return ({ meaning: { field, issue: of } }) => {
    if (field === 'status') return 0;
    if (field === 'subIssue') return of === issue ? 1 : 9;
    if (field === 'primaryIssue') return failed && issue === '' ? 1 : 4;
    if (field === 'actions' || field === 'swap') return says('actions') ? 5 : 2;
    return field === 'severity' ? 3 : 6;
  };
}

/** The terms that the last words of a line could become, those asked for next first. */
export function completeWords(line: string, from: number, rows: readonly CommandRow[]): Offer[] {
  const tokens = tokensOf(line, from);
  if (tokens.at(-1)?.free) return [];
  const ended = tokens.length === 0 || /\s$/.test(line);
  const offers: Offer[] = [];
  for (let count = Math.min(mostWords, tokens.length); count >= (ended ? 0 : 1); count--) {
    const typed = tokens.slice(tokens.length - count);
    if (typed.some(({ free }) => free)) continue;
    const start = typed[0]?.start ?? line.length;
    const before = tokens.slice(0, tokens.length - count);
    const found = offersFor(line.slice(0, start), typed, ended, before, issueBefore(line, rows, before));
    offers.push(...found);
    // After `root` a cause follows and nothing else; after `swap` anything may.
    const [first] = typed;
    if (count > 1 && found.length > 0 && first && !isTerm(first.text)) break;
  }
  return offers;
}

function issueBefore(line: string, rows: readonly CommandRow[], before: readonly Token[]) {
  const [first] = readTargets(line, rows).rows;
  const logged = first?.entry?.primaryIssue ?? '';
  const meanings = resolve(readPhrases(before).phrases, logged).said.map(({ meaning }) => meaning);
  const said = meanings.find(({ field, issue }) => field === 'primaryIssue' || issue !== undefined);
  return { meanings, issue: said ? (said.issue ?? said.value) : logged };
}

function offersFor(
  head: string,
  typed: readonly Token[],
  ended: boolean,
  before: readonly Token[],
  { meanings, issue }: { meanings: Meaning[]; issue: string },
): Offer[] {
  const name = asName(typed.map(({ text }) => text).join(' ')) + (ended && typed.length > 0 ? ' ' : '');
  const order = orderFor(meanings, issue);
  const glue = head === '' || before.length > 0 || /\s$/.test(head) ? '' : ' ';
  return (
    terms
      .filter(({ names }) => names.some((one) => one.startsWith(name)))
      .filter((term) => name !== '' || !meanings.some((said) => isSame(said, term.meaning)))
      // Nobody reads a list of forty sub-issues; once its issue is named they are four.
      .filter((term) => name !== '' || order(term) < 9)
      .toSorted((a, b) => order(a) - order(b))
      .map((term) => ({
        line: `${head}${glue}${asWritten(term)} `,
        text: asWritten(term),
        label: labelOf(term),
      }))
  );
}

const isTerm = (typed: string) => terms.some(({ names }) => names.includes(asName(typed)));

const isSame = (one: Meaning, other: Meaning) => one.field === other.field && one.value === other.value;

const labelOf = ({ kind, meaning: { value, field } }: Term) =>
  field === 'swap' ? 'Action: Swap battery, where the battery failed' : `${kind}: ${value}`;
