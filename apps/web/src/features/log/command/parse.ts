import { apply } from './apply.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import { type CommandRow, missing, type Plan, type Planned, type Problem, wrong } from './plan.ts';
import { resolve } from './resolve.ts';
import { nameOf, readTargets } from './targets.ts';
import type { Meaning } from './terms.ts';
import { tokensOf } from './tokens.ts';

/** What each of several pilots has one of for themselves. */
const ofOne: Partial<Record<Meaning['field'], Problem>> = {
  unitId: wrong('One unit cannot be for several pilots'),
  batteryId: wrong('One battery cannot be for several pilots'),
};

/** What a line would do to the show: something that the log accepts for every pilot named, or the reasons why not. */
export function parse<R extends CommandRow>(line: string, rows: readonly R[]): Plan<R> {
  const targets = readTargets(line, rows);
  const { phrases, problems: unread } = readPhrases(tokensOf(line, targets.end));
  const unclear = [...targets.problems, ...unread];
  if (phrases.length + unclear.length === 0) unclear.push(missing('Say how it went: ok, nl or abort'));
  if (unclear.length > 0) return refused(unclear);
  const perRow = targets.rows.map((row) => planOf(row, phrases, targets.rows.length));
  const problems = gathered(perRow);
  if (problems.length > 0) return refused(problems);
  const planned = perRow.map((one) => one.planned);
  if (planned.some(({ changes }) => changes.length > 0)) return { planned, problems };
  return refused([wrong(`${planned.map(({ row }) => nameOf(row)).join(', ')}: nothing would change`)]);
}

const refused = (problems: Problem[]) => ({ planned: [], problems });

interface RowPlan<R extends CommandRow> {
  planned: Planned<R>;
  problems: Problem[];
}

function planOf<R extends CommandRow>(row: R, phrases: readonly Phrase[], count: number): RowPlan<R> {
  const { said, problems: unclear } = resolve(phrases, row.entry?.primaryIssue ?? '');
  const meanings = said.map(({ meaning }) => meaning);
  const { planned, problems } = apply(meanings, row);
  const shared = count > 1 ? meanings.flatMap(({ field }) => ofOne[field] ?? []) : [];
  // What the rules say of a line that is half understood would only confuse.
  return { planned, problems: unclear.length > 0 ? unclear : [...shared, ...problems] };
}

/** Each problem once, with those whom it is about unless that is everyone. */
function gathered(perRow: readonly RowPlan<CommandRow>[]): Problem[] {
  const about = new Map<string, { problem: Problem; names: string[] }>();
  for (const { planned, problems } of perRow) {
    for (const problem of problems) {
      const same = about.get(problem.message) ?? { problem, names: [] };
      same.names.push(nameOf(planned.row));
      about.set(problem.message, same);
    }
  }
  return [...about.values()].map(({ problem, names }) =>
    names.length === perRow.length
      ? problem
      : { ...problem, message: `${names.join(', ')}: ${problem.message}` },
  );
}
