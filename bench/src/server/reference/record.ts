import { buildApp } from '@monkey-tracker/server/src/app.ts';
import { readEnvironment } from '@monkey-tracker/server/src/platform/environment.ts';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { secret } from '../stage/server.ts';

/** One statement as the server sent it. */
export interface Statement {
  text: string;
  values: unknown[];
}

export interface Ask {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: object;
}

/** Gives the server one request after the other and writes down what it says to PostgreSQL for the last of them. */
export async function recordStatements(parts: ConnectionParts, asks: readonly Ask[]): Promise<Statement[]> {
  const settings = readEnvironment({ JWT_SECRET: secret, PASSWORD_PEPPER: secret, LOG_LEVEL: 'silent' });
  const app = await buildApp({ ...settings, database: parts }, { sweep: false, deliver: false });
  let said: Statement[] = [];
  app.database.pool.on('connect', (client) => {
    const send = client.query.bind(client);
    Object.assign(client, {
      query(...args: unknown[]) {
        const statement = read(args);
        if (statement) said.push(statement);
        return Reflect.apply(send, client, args) as unknown;
      },
    });
  });
  try {
    await app.ready();
    for (const { method, url, headers, body } of asks) {
      said = [];
      const { statusCode, body: answer } = await app.inject({
        method,
        url,
        headers,
        ...(body && { payload: body }),
      });
      if (statusCode >= 300) throw new Error(`${method} ${url} was refused: ${answer}`);
    }
    return said;
  } finally {
    await app.close();
  }
}

/** What `query` was given: a text or an object, and the values beside or in it. */
function read([query, beside]: unknown[]): Statement | undefined {
  if (typeof query === 'string') return { text: query, values: Array.isArray(beside) ? beside : [] };
  if (typeof query !== 'object' || query === null || !('text' in query)) return undefined;
  const inside = 'values' in query ? query.values : undefined;
  return { text: String(query.text), values: [beside, inside].find((values) => Array.isArray(values)) ?? [] };
}
