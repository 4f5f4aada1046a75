import type { Endpoint } from '@monkey-tracker/contract/endpoint';
import fc from 'fast-check';
import { type Mutant, mutated } from './mutation.ts';
import { type HostileRequest, hostileRequests } from './requests.ts';
import { validOf } from './valid.ts';

/**
 * A request that is to be made of what is there: `good` as the contract has it, `broken` in one place of body or query,
 * `misplaced` with ids of other things, `wild` in every way.
 */
export type Plan =
  | { kind: 'good' | 'misplaced'; body: unknown; query: unknown }
  | { kind: 'broken'; part: 'body' | 'query'; mutant: Mutant; body: unknown; query: unknown }
  | { kind: 'wild'; request: HostileRequest };

const partsOf = ({ body, query }: Endpoint) => ({
  body: body ? validOf(body) : fc.constant(undefined),
  query: query ? validOf(query) : fc.constant({}),
});

export const goodPlansFor = (endpoint: Endpoint): fc.Arbitrary<Plan> =>
  fc.record({ kind: fc.constant('good' as const), ...partsOf(endpoint) });

/** Plans for one endpoint: half of them good, so that they reach what lies behind the validator. */
export function plansFor(endpoint: Endpoint): fc.Arbitrary<Plan> {
  const { body, query } = partsOf(endpoint);
  const misplaced = fc.record({ kind: fc.constant('misplaced' as const), body, query });
  const wild = fc.record({ kind: fc.constant('wild' as const), request: hostileRequests(endpoint) });
  const broken = (part: 'body' | 'query') =>
    fc
      .record({ body, query })
      .chain((given) =>
        mutated(given[part]).map((mutant): Plan => ({ kind: 'broken', part, mutant, ...given })),
      );
  const parts = [...(endpoint.body ? [broken('body')] : []), ...(endpoint.query ? [broken('query')] : [])];
  return fc.oneof(
    { weight: 5, arbitrary: goodPlansFor(endpoint) },
    ...parts.map((arbitrary) => ({ weight: 3, arbitrary })),
    ...(endpoint.path.includes(':') ? [{ weight: 1, arbitrary: misplaced }] : []),
    { weight: 2, arbitrary: wild },
  );
}
