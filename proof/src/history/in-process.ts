import { type TestApp, testApp } from '@monkey-tracker/server/src/testing/app.ts';
import type { Ask, Send } from './record.ts';
import type { Venue } from './run.ts';

/** Sends into a server of this process, without a network between. */
const sendTo =
  ({ app }: TestApp, token: string): Send =>
  async (ask) => {
    const { body, key, basedOn } = ask as Partial<Ask>;
    const answer = await app.inject({
      method: ask.method,
      url: ask.path,
      headers: {
        authorization: `Bearer ${token}`,
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(basedOn !== undefined && { 'if-match': `"${basedOn}"` }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : JSON.parse(answer.body) };
  };

/** One or more servers on a database of their own; they end with the test. */
export async function openVenue(servers: number): Promise<Venue & { first: TestApp; all: TestApp[] }> {
  const first = await testApp();
  const all = [first];
  while (all.length < servers) all.push(await testApp({ beside: first }));
  const urls = await Promise.all(all.map(({ app }) => app.listen({ port: 0, host: '127.0.0.1' })));
  const admin = await first.as('admin');
  const dispatcher = await first.as('dispatcher');
  const nth = (n: number) => all[n % all.length] ?? first;
  return {
    first,
    all,
    sendOf: (client) => sendTo(nth(client), dispatcher.token),
    ask: sendTo(first, admin.token),
    urlOf: (reader) => urls[reader % urls.length] ?? '',
    token: dispatcher.token,
  };
}
