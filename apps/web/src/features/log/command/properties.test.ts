import { statuses } from '@monkey-tracker/contract/values';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryLabels } from '../entries/entry-labels.ts';
import { entryErrors, entryValuesOf } from '../entries/entry-values.ts';
import { entrySample } from '../testing/samples.ts';
import { complete } from './complete.ts';
import { describe } from './describe.ts';
import { parse } from './parse.ts';
import type { CommandRow } from './plan.ts';
import { readPhrases } from './phrases.ts';
import { resolve } from './resolve.ts';
import { asWritten, terms } from './terms.ts';
import { tokensOf } from './tokens.ts';
import { lineup } from './testing/lineup.ts';

const name = fc.oneof(
  fc.constantFrom('Alex', 'Al', 'al ok', 'Zoë', 'John Henery', 'rest', '7', 'Smith, John', 'abort'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const unitId = fc.oneof(fc.constantFrom('', 'D1', 'D7', 'M-7', '07', 'D 14'), fc.string({ maxLength: 5 }));

/** Entries as they may have come from anywhere, rules kept or not. */
const entry = fc
  .record({
    status: fc.constantFrom(...statuses),
    launched: fc.constantFrom('Yes' as const, 'No' as const),
    planned: fc.constantFrom('Yes' as const, 'No' as const),
    primaryIssue: fc.constantFrom('' as const, 'Battery' as const, 'RF link' as const, 'Other' as const),
    severity: fc.constantFrom('' as const, 'Major visible' as const),
    notes: fc.string(),
  })
  .map(entrySample);

const rows: fc.Arbitrary<CommandRow[]> = fc.oneof(
  fc.constant(lineup),
  fc
    .array(fc.record({ operator: name, unitId, entry: fc.option(entry, { nil: undefined }) }), {
      maxLength: 8,
    })
    .map((list) => list.map((row, index) => ({ ...row, number: index + 1 }))),
);

const target = fc.constantFrom('1', '7', '2', '1,14', '1-14', 'rest', 'alex', 'zoe', 'james', 'Nick', '5');
const written = fc.constantFrom(...terms.map(asWritten));
const typed = fc.constantFrom(...terms.flatMap(({ names }) => names));
const other = fc.constantFrom('12s', '1:20', '0s', '"a note"', '-- to the end', 'bat B12', 'unit D9', 'swap');
const word = fc.oneof(written, written, typed, other);
const likely = fc
  .tuple(target, fc.constantFrom('ok', 'nl', 'abort', ''), fc.array(word, { maxLength: 4 }))
  .map(([whom, status, words]) => [whom, status, ...words].join(' '));
const line = fc.oneof(likely, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary' }));

const runs = { numRuns: 1_500 };

it('no text whatever makes it throw', () => {
  fc.assert(
    fc.property(line, rows, (text, list) => {
      const plan = parse(text, list);
      complete(text, list);
      describe(plan, 'Drone');
      // Either something to do or reasons why not.
      expect(plan.planned.length > 0).toBe(plan.problems.length === 0);
    }),
    runs,
  );
});

it('whatever it accepts, the form and the server accept', () => {
  let accepted = 0;
  fc.assert(
    fc.property(line, rows, (text, list) => {
      for (const { row, values } of parse(text, list).planned) {
        accepted += 1;
        expect(list).toContain(row);
        expect(entryErrors(values)).toEqual({});
        expect(values.operator).toBe(row.entry?.operator ?? row.operator);
      }
    }),
    runs,
  );
  expect(accepted).toBeGreaterThan(40);
});

it('a line that can be run stays one, whatever completion is taken', () => {
  let taken = 0;
  fc.assert(
    fc.property(likely, fc.constantFrom('', ' '), (text, end) => {
      if (parse(text + end, lineup).problems.length > 0) return;
      for (const suggestion of complete(text + end, lineup)) {
        taken += 1;
        expect(parse(suggestion.line, lineup).problems).toEqual([]);
      }
    }),
    runs,
  );
  expect(taken).toBeGreaterThan(100);
});

it('the preview mentions each field that it sets, with what it will say', () => {
  fc.assert(
    fc.property(likely, (text) => {
      const plan = parse(text, lineup);
      for (const { row, values } of plan.planned) {
        const before = row.entry ? entryValuesOf(row.entry) : undefined;
        const preview = describe(
          { planned: plan.planned.filter((one) => one.row === row), problems: [] },
          'Drone',
        )
          .flatMap(({ who, what }) => [...who, ...what])
          .join('\n');
        // The names of an object that is declared to have exactly these.
        const labels = Object.entries(entryLabels('Drone')) as [keyof typeof values, string][];
        for (const [field, label] of labels) {
          const after = String(values[field]);
          if (before === undefined ? after === '' : after === String(before[field])) continue;
          // Who it is and the unit stand before the fields; a planned launch goes without saying.
          if (
            before === undefined &&
            ['operator', 'unitId', 'planned', 'launched'].includes(field) &&
            after !== 'No'
          )
            continue;
          expect(preview).toContain(label);
          expect(preview).toContain(Array.isArray(values[field]) ? values[field].join(', ') : after);
        }
      }
    }),
    runs,
  );
});

it.each(terms)('“$names” means $meaning.value, however it is written', ({ names, meaning }) => {
  const issue = meaning.issue === undefined ? '' : `${asWritten(issueTerm(meaning.issue))} `;
  for (const text of [
    asWritten({ names, meaning, kind: '' }),
    ...names.map((one) => one.replaceAll(' ', '-')),
  ]) {
    const { phrases, problems } = readPhrases(tokensOf(issue + text, 0));
    expect(problems).toEqual([]);
    const { said } = resolve(phrases, '');
    const means = said.length === phrases.length ? said.map((one) => one.meaning) : phrases[0]?.readings;
    expect(means).toContainEqual(meaning);
  }
});

const issueTerm = (issue: string) => {
  const found = terms.find(({ meaning }) => meaning.field === 'primaryIssue' && meaning.value === issue);
  if (!found) throw new Error(`No word for ${issue}`);
  return found;
};
