import type { Endpoint } from '@monkey-tracker/contract/endpoint';
import type { Needed } from './needs.ts';
import type { Plan } from './plans.ts';
import type { HostileRequest } from './requests.ts';

/** A request as it is sent, and what is known of it beforehand. */
export interface Composed extends HostileRequest {
  /** The one place that the contract does not take, where there is just one. */
  wrong: string | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts what is needed into a value, but not where it was broken on purpose. */
function completed(value: unknown, fields: Record<string, unknown> = {}, broken?: string): unknown {
  if (!isRecord(value) || broken === '') return value;
  const first = broken?.split('.')[0];
  const kept = Object.entries(fields).filter(([name]) => name !== first);
  return { ...value, ...Object.fromEntries(kept) };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function queryOf(query: unknown): string {
  if (!isRecord(query)) return '';
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, textOf(value).slice(0, 2_000).toWellFormed()]),
  ).toString();
}

/** The request that a plan becomes with what is there. `strange` are ids of other things. */
export function compose(
  endpoint: Endpoint,
  plan: Plan,
  needed: Needed,
  strange: readonly string[],
): Composed {
  if (plan.kind === 'wild') return { ...plan.request, wrong: undefined };
  const broken = plan.kind === 'broken' ? plan : undefined;
  const inBody = broken?.part === 'body' ? broken.mutant : undefined;
  const inQuery = broken?.part === 'query' ? broken.mutant : undefined;
  const body = completed(inBody ? inBody.value : plan.body, needed.body, inBody?.place);
  const query = inQuery ? inQuery.value : plan.query;
  const others = [...strange];
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(
      (plan.kind === 'misplaced' ? others.pop() : needed.params?.[name]) ?? crypto.randomUUID(),
    ),
  );
  const search = queryOf(query);
  const payload = endpoint.body && body !== undefined ? JSON.stringify(body) : undefined;
  const refused = inBody && endpoint.body?.safeParse(parsed(payload)).success === false;
  return {
    url: search === '' ? path : `${path}?${search}`,
    headers: { ...(payload !== undefined && { 'content-type': 'application/json' }), ...needed.headers },
    payload,
    wrong: refused ? inBody.place : undefined,
  };
}

const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
