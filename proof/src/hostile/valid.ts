import type { Endpoint } from '@monkey-tracker/contract/endpoint';
import fc from 'fast-check';
import { words, wordsOf } from './words.ts';

type Schema = NonNullable<Endpoint['body']>;

/** As much of JSON Schema as the contract's shapes become. */
interface Shape {
  type?: string;
  anyOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** What a schema takes, as JSON Schema says it; what that cannot say, such as a rule in code, is missing. */
const shapeOf = (schema: Schema): Shape =>
  schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Shape;

/** Values that the schema takes: made from its shape, and judged by itself. */
export const validOf = (schema: Schema): fc.Arbitrary<unknown> =>
  ofShape(shapeOf(schema), '').filter((value) => schema.safeParse(value).success);

function ofShape(shape: Shape, name: string): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return ofList(shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => ofShape(one, name)));
  switch (shape.type) {
    case 'string':
      return ofText(shape, name);
    case 'integer':
    case 'number':
      return ofNumber(shape);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(ofShape(shape.items ?? {}, name), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 4, 4),
      });
    case 'object':
      return ofFields(shape);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** The first of a list is the usual one: a flight that went well, a field that was left empty. */
const ofList = (values: unknown[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(values[0]) },
    { weight: 2, arbitrary: fc.constantFrom(...values) },
  );

function ofText({ format, maxLength }: Shape, name: string): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  const usual = wordsOf[name];
  if (usual) return usual;
  const longest = Math.min(maxLength ?? 100, 10_000);
  return fc.oneof(
    { weight: 12, arbitrary: words.map((text) => text.slice(0, longest)) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(longest), 'ü'.repeat(longest)) },
  );
}

/** Small ones mostly, and those at either end. */
function ofNumber({ type, minimum = -1_000_000, maximum = 1_000_000 }: Shape): fc.Arbitrary<number> {
  const few = fc.integer({ min: minimum, max: Math.min(minimum + 60, maximum) });
  const whole = fc.oneof(few, few, fc.constantFrom(minimum, maximum));
  if (type === 'integer') return whole;
  return fc.oneof(
    whole,
    few.map((value) => Math.min(value + 0.25, maximum)),
    fc.constantFrom(0.1, 5e-7),
  );
}

function ofFields({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
  // What leads to another database would be dialled: that has tests of its own.
  const fields = Object.entries(properties).filter(([name]) => name !== 'postgres' && name !== 'version');
  return fc.record(Object.fromEntries(fields.map(([name, shape]) => [name, ofShape(shape, name)])), {
    requiredKeys: required,
  });
}
