import type { Endpoint } from '@monkey-tracker/contract/endpoint';
import fc from 'fast-check';

/** A request as nobody should send it, or just about. */
export interface HostileRequest {
  url: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

const uuid = '0190a000-0000-7000-8000-000000000051';

/** Values that have broken programs, beside some that are right. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    '2027-02-30',
    '2027-06-01',
    '24:00',
    '20:00',
    'Yes',
    'Completed',
    'admin',
    ['admin', 'admin'],
    uuid,
    uuid.toUpperCase(),
    "'; drop table shows; --",
    '__proto__',
    'a'.repeat(20_000),
    '９９',
    'name@example.org',
    'http://127.0.0.1/',
    null,
    true,
    -0,
    -1,
    0.1,
    2 ** 31,
    2 ** 53,
    1e308,
    [],
    {},
    [[[[[[]]]]]],
    { length: -1 },
    { toString: 'x' },
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
);

const keysOf = (shape: unknown): string[] =>
  typeof shape === 'object' && shape !== null && 'shape' in shape ? Object.keys(shape.shape as object) : [];

/** A body with some of the fields that the endpoint knows, and some that it does not. */
function bodyOf(endpoint: Endpoint): fc.Arbitrary<string | undefined> {
  // What leads to another database would be dialled: that has tests of its own.
  const known = keysOf(endpoint.body).filter((name) => name !== 'postgres');
  const fields = fc.dictionary(fc.constantFrom(...known, 'junk', 'constructor'), nasty, { maxKeys: 6 });
  return fc.oneof(
    { weight: 6, arbitrary: fields.map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: nasty.map((body) => JSON.stringify(body)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{',
        '[1,',
        '{"a":1}{',
        `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
        '\ufeff{}',
        'null',
        undefined,
      ),
    },
  );
}

const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'x/y',
      '',
    ),
    'if-match': fc.constantFrom('*', '"1"', '"x"', '1', `"${'9'.repeat(40)}"`),
    'idempotency-key': fc.constantFrom('', 'k', 'k'.repeat(300), 'ключ', uuid),
    'last-event-id': fc.constantFrom('-1', '1e9', 'moved', '9'.repeat(30)),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"1"'),
    origin: fc.constantFrom('null', 'http://evil.example', 'x'),
    'accept-encoding': fc.constantFrom('gzip;q=x', '*'),
    cookie: fc.constantFrom('a=b', 'monkey_tracker_refresh=x', '='.repeat(100)),
  },
  { requiredKeys: [] },
);

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Requests to one endpoint, valid now and then. */
export function hostileRequests(endpoint: Endpoint): fc.Arbitrary<HostileRequest> {
  const places = [...endpoint.path.matchAll(/:(\w+)/g)].length;
  const query = fc.dictionary(fc.constantFrom(...keysOf(endpoint.query), 'junk', '__proto__'), nasty, {
    maxKeys: 4,
  });
  const params = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constant(uuid) }, { weight: 1, arbitrary: nasty }),
    {
      minLength: places,
      maxLength: places,
    },
  );
  return fc
    .record({
      params,
      query,
      headers,
      payload: endpoint.method === 'GET' ? fc.constant(undefined) : bodyOf(endpoint),
    })
    .map(({ params, query, headers, payload }) => {
      const given = params.map(
        (value) => encodeURIComponent(asText(value).slice(0, 300).toWellFormed()) || '%20',
      );
      const path = endpoint.path.replace(/:\w+/g, () => given.shift() ?? '');
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [
          name,
          asText(value).slice(0, 2_000).toWellFormed(),
        ]),
      );
      return {
        url: search.size > 0 ? `${path}?${search.toString()}` : path,
        headers: Object.fromEntries(
          Object.entries({ 'content-type': 'application/json', ...headers }).filter(
            ([, value]) => value !== '',
          ),
        ),
        payload,
      };
    });
}
