import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allows, type Endpoint, roles } from '@monkey-tracker/contract/endpoint';
import { problem } from '@monkey-tracker/contract/problem';
import { eventHead } from '@monkey-tracker/db/schema/events';
import { allEndpoints } from '@monkey-tracker/server/src/testing/endpoints.ts';
import { type TestApp, testApp } from '@monkey-tracker/server/src/testing/app.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HostileRequest, hostileRequests } from './requests.ts';

/** How many requests to each endpoint and identity; more with HOSTILE_RUNS. */
const runs = Number(process.env.HOSTILE_RUNS ?? 6);

/** What no answer may give away: a stack, SQL, a path of the machine. */
const leaks = /\n {4}at |node_modules|\/src\/|select .* from |insert into |\.ts:\d/i;

async function headOf({ app }: TestApp): Promise<number> {
  const [head] = await app.database.db.select({ seq: eventHead.seq }).from(eventHead);
  return head?.seq ?? 0;
}

async function judge(
  server: TestApp,
  endpoint: Endpoint,
  request: HostileRequest,
  token: string | undefined,
  held: string,
) {
  const before = await headOf(server);
  const { method } = endpoint;
  const { url, headers, payload } = request;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await server.app.inject({
    method,
    url,
    headers: { ...headers, ...authorization },
    ...(payload !== undefined && { payload }),
  });
  const label = `${method} ${url} as ${held}: ${payload?.slice(0, 200)}`;
  expect(answer.statusCode, label).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  // An answer is a problem of ours, whatever was asked.
  const told = problem.safeParse(answer.json());
  expect(told.success, `${label} → ${answer.body.slice(0, 300)}`).toBe(true);
  expect(answer.body, label).not.toMatch(leaks);
  expect(answer.headers['content-type'], label).toContain('application/problem+json');
  if (answer.statusCode === 429) expect(answer.headers['retry-after'], label).toBeDefined();
  // Who is refused has changed nothing.
  expect(await headOf(server), label).toBe(before);
}

it.each([null, ...roles])(
  'whatever %s sends to any route is answered as the contract says, never by a failure, and a refusal changes nothing',
  async (held) => {
    const resolve = async () => ['127.0.0.1'];
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'mt-hostile-'));
    const server = await testApp({ resolve, environment: { DATA_DIR } });
    let judged = 0;
    for (const endpoint of allEndpoints) {
      // Someone new for each endpoint: some of them end the session.
      const token = held === null ? undefined : (await server.as(held)).token;
      const few = allows(endpoint.access, held && [held]) ? runs : 2;
      await fc.assert(
        fc.asyncProperty(hostileRequests(endpoint), async (request) => {
          await judge(server, endpoint, request, token, held ?? 'nobody');
          judged += 1;
        }),
        { numRuns: few },
      );
    }
    expect(judged).toBeGreaterThan(allEndpoints.length);
  },
  600_000,
);
