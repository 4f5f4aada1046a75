import fc from 'fast-check';

/** A value that was changed in one place, and where: `crew.0`; empty for the whole. */
export interface Mutant {
  value: unknown;
  place: string;
}

type Keys = readonly string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a value, the whole first. */
function placesOf(value: unknown, keys: Keys = []): Keys[] {
  if (typeof value !== 'object' || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...keys, key]))];
}

function changedAt(value: unknown, keys: Keys, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((inner: unknown, index) =>
      String(index) === key ? changedAt(inner, rest, change) : inner,
    );
  if (!isObject(value)) return value;
  const next = changedAt(value[key], rest, change);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (name !== key) return [[name, inner]];
      return next === undefined ? [] : [[name, next]];
    }),
  );
}

/** Of another type, too long, out of range, gone. */
const others: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  ' ',
  'x'.repeat(20_000),
  'a\0b',
  '\ud800',
  -1,
  0.5,
  2 ** 31,
  1e308,
  [],
  {},
  [null],
  { length: 1 },
];

/** The same value with one thing wrong, or at least unusual. */
export function mutated(value: unknown): fc.Arbitrary<Mutant> {
  const places = placesOf(value);
  const replaced = fc
    .record({ keys: fc.constantFrom(...places), other: fc.constantFrom(...others) })
    .map(({ keys, other }) => ({ value: changedAt(value, keys, () => other), place: keys.join('.') }));
  const records = places.filter((keys) => isObject(keys.reduce<unknown>(step, value)));
  if (records.length === 0) return replaced;
  const added = fc
    .record({
      keys: fc.constantFrom(...records),
      name: fc.constantFrom('junk', 'constructor', 'toString', '__proto__'),
    })
    .map(({ keys, name }) => ({
      value: changedAt(value, keys, withField(name)),
      place: [...keys, name].join('.'),
    }));
  return fc.oneof({ weight: 4, arbitrary: replaced }, { weight: 1, arbitrary: added });
}

const step = (inner: unknown, key: string): unknown =>
  typeof inner === 'object' && inner !== null
    ? Object.entries(inner).find(([name]) => name === key)?.[1]
    : undefined;

/** A field of its own, even where its name means something to JavaScript. */
const withField = (name: string) => (old: unknown) =>
  JSON.parse(
    `${JSON.stringify(old).slice(0, -1)}${Object.keys(Object(old)).length > 0 ? ',' : ''}${JSON.stringify(name)}:{"admin":true}}`,
  ) as unknown;
