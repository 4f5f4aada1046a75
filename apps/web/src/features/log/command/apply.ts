import { entryErrors, type EntryValues, entryValuesOf, settle, untouched } from '../entries/entry-values.ts';
import { type Change, type CommandRow, missing, type Planned, type Problem, wrong } from './plan.ts';
import type { Meaning } from './terms.ts';

/** What an exception is when nobody says how bad it was. */
const mildest = 'Minor contained';

/** How to say what is missing. */
const hints: Partial<Record<keyof EntryValues, string>> = {
  unitId: 'unit D7',
  primaryIssue: 'batt or rf',
  otherDetail: '"what it was"',
};

const before = (row: CommandRow): EntryValues =>
  row.entry ? entryValuesOf(row.entry) : { ...untouched, operator: row.operator, unitId: row.unitId };

/** Does what the words say to one row, and what the rules make follow. */
export function apply<R extends CommandRow>(
  said: readonly Meaning[],
  row: R,
): { planned: Planned<R>; problems: Problem[] } {
  const problems: Problem[] = [];
  const base = before(row);
  const change = { ...fieldsOf(said), ...flightOf(said) };
  let values = settle(base, change);
  const swaps = said.some(({ field }) => field === 'swap');
  if (swaps && values.primaryIssue !== 'Battery')
    problems.push(missing('Say what was swapped: swap-battery or swap-drone'));
  values = { ...values, ...textsOf(said, base, values), actions: actionsOf(said, base) };
  const assumes = values.status !== 'Completed' && values.severity === '';
  if (assumes) values.severity = mildest;
  if (!row.entry && change.status === undefined && change.launched === undefined)
    problems.push(missing('Say how it went: ok, nl or abort'));
  problems.push(...errorsOf(values));
  const reasonOf = (field: keyof EntryValues): Change['reason'] => {
    if (field === 'severity' && assumes) return 'assumed';
    return said.some((meaning) => gives(meaning, field)) ? 'said' : 'follows';
  };
  return { planned: { row, values, changes: changesOf(row, base, values, reasonOf) }, problems };
}

const isMany = ({ field }: Meaning) => ['actions', 'notes', 'swap', 'label', 'status'].includes(field);

/** The fields that hold what a word says, as it is. */
const fieldsOf = (said: readonly Meaning[]): Partial<EntryValues> =>
  Object.fromEntries(
    said
      .filter((meaning) => !isMany(meaning))
      .flatMap(({ field, value, issue }) => [
        ...(issue === undefined ? [] : [['primaryIssue', issue]]),
        [field, value],
      ]),
  );

/** The status dictates planned and launched as much as they do it. */
function flightOf(said: readonly Meaning[]): Partial<EntryValues> {
  const status = said.find(({ field }) => field === 'status')?.value;
  if (said.some(({ field }) => field === 'planned') || status === 'No-launch') return { launched: 'No' };
  return status === undefined ? {} : { planned: 'Yes', launched: 'Yes', status };
}

const actionsOf = (said: readonly Meaning[], base: EntryValues) => [
  ...new Set([
    ...base.actions,
    ...said.filter(({ field }) => field === 'actions' || field === 'swap').map(({ value }) => value),
  ]),
];

/** Free text describes an issue Other that nobody described yet, and is else a note. */
function textsOf(said: readonly Meaning[], base: EntryValues, values: EntryValues): Partial<EntryValues> {
  const texts = said.filter(({ field }) => field === 'notes').map(({ value }) => value);
  const named = said.some(({ field, value }) => field === 'primaryIssue' && value === 'Other');
  const asks = values.primaryIssue === 'Other' && (named || base.otherDetail === '');
  const [otherDetail] = asks ? texts : [];
  const notes = (asks ? texts.slice(1) : texts).join('\n');
  return { ...(otherDetail !== undefined && { otherDetail }), ...(notes !== '' && { notes }) };
}

const errorsOf = (values: EntryValues): Problem[] =>
  Object.entries(entryErrors(values)).map(([field, message]) => {
    // The names of an error are those of the values that were judged.
    const name = field as keyof EntryValues;
    if (values[name].length > 0) return wrong(message);
    return missing(hints[name] === undefined ? message : `${message}, for example ${hints[name]}`);
  });

const gives = ({ field, issue }: Meaning, name: keyof EntryValues) =>
  field === name ||
  (name === 'primaryIssue' && issue !== undefined) ||
  (name === 'actions' && field === 'swap') ||
  (name === 'otherDetail' && field === 'notes');

const inWords = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value);

/** What differs from the line as logged; of a new one, what differs from an untouched form, and its status. */
function changesOf(
  row: CommandRow,
  base: EntryValues,
  values: EntryValues,
  reasonOf: (field: keyof EntryValues) => Change['reason'],
): Change[] {
  // The names of an object that is declared to have exactly these.
  const names = Object.keys(untouched) as (keyof EntryValues)[];
  return names
    .map((field) => ({
      field,
      before: inWords(base[field]),
      after: inWords(values[field]),
      reason: reasonOf(field),
    }))
    .filter(
      ({ field, before: old, after }) => old !== after || (row.entry === undefined && field === 'status'),
    );
}
