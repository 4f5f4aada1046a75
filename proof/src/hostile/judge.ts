import { allows, type Endpoint, type Role } from '@monkey-tracker/contract/endpoint';
import { problem } from '@monkey-tracker/contract/problem';
import type { Client, TestApp } from '@monkey-tracker/server/src/testing/app.ts';
import { expect } from 'vitest';
import type { Composed } from './compose.ts';
import type { Mark } from './watch.ts';

/** What no answer may give away: a stack, SQL, a path of the machine. */
const leaks = /\n {4}at |node_modules|\/src\/|select .* from |insert into |\.ts:\d/i;
/** Programs read codes: few words, and never one made of what was sent. */
const codeForm = /^[a-z_]+(\.[a-z_]+)?$/;

interface Answer {
  statusCode: number;
  body: string;
  headers: Record<string, unknown>;
  json(): unknown;
}

export interface Bench {
  server: TestApp;
  mark(): Promise<Mark>;
  held: Role | null;
}

/** Sends a request, and holds the answer and what it did against the contract. @returns its status */
export async function judge(
  bench: Bench,
  endpoint: Endpoint,
  request: Composed,
  sender: Client | undefined,
): Promise<number> {
  const { server, mark, held } = bench;
  const { method } = endpoint;
  const { url, headers, payload } = request;
  const { head } = await mark();
  const answer = await server.app.inject({
    method,
    url,
    headers: { ...headers, ...(sender?.token && { authorization: `Bearer ${sender.token}` }) },
    ...(payload !== undefined && { payload }),
  });
  const label = `${method} ${url} as ${held ?? 'nobody'}: ${payload?.slice(0, 300)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  expect(answer.statusCode, label).toBeLessThan(500);
  // Access is decided before anything else of the request is looked at.
  if (!allows(endpoint.access, held && [held])) {
    expect([held === null ? 401 : 403, 400], label).toContain(answer.statusCode);
  }
  if (answer.statusCode < 400) {
    judgeSuccess(endpoint, answer, label);
    if (method === 'GET') expect(await mark(), label).toEqual({ head, tables: '' });
    return answer.statusCode;
  }
  judgeRefusal(answer, label);
  if (request.wrong !== undefined && allows(endpoint.access, held && [held]))
    judgePlace(answer, request.wrong, label);
  // Who is refused has changed nothing.
  expect(await mark(), label).toEqual({ head, tables: '' });
  return answer.statusCode;
}

function judgeSuccess(endpoint: Endpoint, answer: Answer, label: string): void {
  expect(answer.statusCode, label).toBe(endpoint.status ?? 200);
  if (endpoint.file) return;
  if (answer.statusCode === 204 || answer.body === '') {
    expect(endpoint.response.safeParse(undefined).success, label).toBe(true);
    return;
  }
  const told = answer.json();
  const read = endpoint.response.safeParse(told);
  expect(read.error?.issues, label).toBeUndefined();
  // Parsing strips what the contract does not name: nothing may be left over.
  expect(told, label).toStrictEqual(read.data);
}

function judgeRefusal(answer: Answer, label: string): void {
  const told = answer.json();
  const read = problem.safeParse(told);
  expect(read.error?.issues, label).toBeUndefined();
  expect(told, label).toStrictEqual(read.data);
  expect(read.data, label).toMatchObject({
    status: answer.statusCode,
    code: expect.stringMatching(codeForm),
  });
  expect(answer.body, label).not.toMatch(leaks);
  expect(answer.headers['content-type'], label).toContain('application/problem+json');
  if (answer.statusCode === 429) expect(answer.headers['retry-after'], label).toBeDefined();
}

/** A body that is wrong in one place is refused as such, and the answer names the place, or the record that it is in. */
function judgePlace(answer: Answer, place: string, label: string): void {
  expect(answer.statusCode, label).toBe(400);
  // Such names are taken for an attack before anything is read.
  if (/(^|\.)(__proto__|constructor)$/.test(place)) return;
  const { errors = [] } = problem.parse(answer.json());
  const named = errors.map(({ path }) => path);
  const leadsTo = (path: string) =>
    path === place || path.startsWith(`${place}.`) || place.startsWith(`${path}.`);
  expect(place === '' || named.some(leadsTo), `${label}: ${place} is not named by ${named.join()}`).toBe(
    true,
  );
}
