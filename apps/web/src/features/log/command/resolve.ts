import { subIssuesOf } from '@monkey-tracker/contract/values';
import type { Phrase } from './phrases.ts';
import { type Problem, wrong } from './plan.ts';
import type { Meaning } from './terms.ts';

interface Understood {
  /** Each word with the one thing it means. */
  said: { typed: string; meaning: Meaning }[];
  problems: Problem[];
}

/** What a meaning is called when a person must choose: with its issue where it is a sub-issue. */
const inWords = ({ value, issue }: Meaning) => (issue === undefined ? value : `${issue}: ${value}`);

/** More candidates than this say less. */
const mostNamed = 4;

const list = (names: readonly string[]) =>
  names.length <= mostNamed
    ? names.join(' or ')
    : `${names.slice(0, mostNamed - 1).join(' or ')} or ${names.length - mostNamed + 1} others`;

const issueOf = (meaning: Meaning) => (meaning.field === 'primaryIssue' ? meaning.value : meaning.issue);

/** What else a word can mean, once others say which issue it is. */
function fits(reading: Meaning, decided: readonly Meaning[]): boolean {
  const issue = decided.map(issueOf).find((one) => one !== undefined);
  if (issue === undefined) return true;
  if (reading.field === 'primaryIssue')
    return reading.value === issue && !decided.some(({ field }) => field === 'primaryIssue');
  if (reading.field === 'subIssue')
    return reading.issue === issue && !decided.some(({ field }) => field === 'subIssue');
  return true;
}

/** Decides what each word means by the words around it, and by the issue that is logged already. */
export function resolve(phrases: readonly Phrase[], loggedIssue: string): Understood {
  const readings = new Map(phrases.map((phrase) => [phrase, phrase.readings]));
  for (let before = -1; before !== openOf(readings).length;) {
    before = openOf(readings).length;
    for (const [phrase, several] of openOf(readings)) {
      const decided = [...readings.values()].flatMap((list) => (list.length === 1 ? list : []));
      const left = several.filter((reading) => fits(reading, decided));
      if (left.length > 0) readings.set(phrase, left);
    }
  }
  for (const [phrase, several] of openOf(readings)) {
    const logged = several.filter(({ issue }) => issue !== undefined && issue === loggedIssue);
    const others = several.some(({ field }) => field !== 'subIssue');
    if (logged.length === 1 && !others) readings.set(phrase, logged);
  }
  const problems = openOf(readings).map(([{ typed }, several]) =>
    wrong(`“${typed}” could be ${list(several.map(inWords))}`),
  );
  const said = [...readings].flatMap(([{ typed }, [meaning, ...more]]) =>
    meaning && more.length === 0 ? [{ typed, meaning }] : [],
  );
  return { said, problems: [...problems, ...contradictions(said)] };
}

const openOf = (readings: ReadonlyMap<Phrase, Meaning[]>) =>
  [...readings].filter(([, several]) => several.length > 1);

const several = new Set<Meaning['field']>(['actions', 'notes', 'swap', 'label']);

/** Two words for one field, or a sub-issue of another issue. */
function contradictions(said: Understood['said']): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Understood['said'][number]>();
  for (const one of said) {
    const { field, value } = one.meaning;
    if (several.has(field)) continue;
    const other = first.get(field);
    if (other && other.meaning.value !== value)
      problems.push(wrong(`“${other.typed}” and “${one.typed}” contradict each other`));
    first.set(field, other ?? one);
  }
  const [issue, sub] = [first.get('primaryIssue'), first.get('subIssue')];
  if (issue && sub && !subIssuesOf(issue.meaning.value).includes(sub.meaning.value))
    problems.push(wrong(`“${sub.typed}” is no sub-issue of ${issue.meaning.value}`));
  const [planned, status] = [first.get('planned'), first.get('status')];
  if (planned && status && status.meaning.value !== 'No-launch')
    problems.push(wrong(`“${planned.typed}” and “${status.typed}” contradict each other`));
  return problems;
}
