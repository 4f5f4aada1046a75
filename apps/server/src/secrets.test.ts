import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import { changePassword, confirmPasswordReset, login } from '@monkey-tracker/contract/auth';
import { updateConfig } from '@monkey-tracker/contract/config';
import { testMail } from '@monkey-tracker/contract/mail';
import { beginTwoFactor, confirmTwoFactor, renewRecoveryCodes } from '@monkey-tracker/contract/two-factor';
import { createResetLink, createUser, inviteUser } from '@monkey-tracker/contract/users';
import { testWebhook } from '@monkey-tracker/contract/webhook';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testApp } from './testing/app.ts';
import { codeOf } from './testing/codes.ts';
import { allEndpoints } from './testing/endpoints.ts';

/** Long enough to be unlike anything else, and of a form that every field takes. */
const canary = (where: string) => `Canary-${where}-7f3a9c51-heron`;
const planted = (names: string[]) => Object.fromEntries(names.map((name) => [name, canary(name)]));

it('a secret planted in every secret field is found in no answer, table, log, export or measurement', async () => {
  const lines: string[] = [];
  const outside = planted(['jwt', 'pepper', 'smtp', 'metrics']);
  const server = await testApp({
    logTo: { write: (line) => void lines.push(line) },
    environment: {
      LOG_LEVEL: 'trace',
      JWT_SECRET: outside['jwt'] ?? '',
      PASSWORD_PEPPER: outside['pepper'] ?? '',
      SMTP_URL: `smtp://post:${outside['smtp']}@127.0.0.1:1`,
      METRICS_TOKEN: outside['metrics'],
      DATA_DIR: mkdtempSync(join(tmpdir(), 'mt-secrets-')),
    },
  });
  const admin = await server.as('admin');
  const { db } = server.app.database;
  const secrets = Object.values(outside);
  const keep = (...found: (string | null | undefined)[]) => {
    for (const one of found) if (one) secrets.push(one);
  };
  const answers: unknown[] = [];
  const tell = (outcome: { status: number; problem: unknown }) => {
    if (outcome.status >= 400) answers.push(outcome.problem);
  };

  // Passwords: right, wrong, weak, changed and reset.
  const [first, second, third, wrong] = ['first', 'second', 'third', 'wrong'].map(canary);
  keep(first, second, third, wrong);
  const dana = { email: 'dana@example.org', displayName: 'Dana', roles: ['admin' as const] };
  const made = await admin.call(createUser, { body: { ...dana, password: first ?? '' } });
  tell(await server.anonymous.call(login, { body: { email: dana.email, password: wrong ?? '' } }));
  tell(await server.anonymous.call(login, { body: { email: wrong ?? '', password: wrong ?? '' } }));
  const hers = (await server.anonymous.call(login, { body: { email: dana.email, password: first ?? '' } }))
    .body;
  const headers = { authorization: `Bearer ${hers.accessToken}` };
  const body = { currentPassword: first ?? '', password: second ?? '' };
  tell(
    await server.anonymous.call(changePassword, { body: { ...body, currentPassword: wrong ?? '' } }, headers),
  );
  await server.anonymous.call(changePassword, { body }, headers);
  const link = await admin.call(createResetLink, { params: { id: made.body.id } });
  const token = link.body.url.split('=')[1] ?? '';
  await server.anonymous.call(confirmPasswordReset, { body: { token, password: third ?? '' } });
  keep(token, hers.accessToken);

  // Links, tokens and second factors.
  const again = (await server.anonymous.call(login, { body: { email: dana.email, password: third ?? '' } }))
    .body;
  const own = { authorization: `Bearer ${again.accessToken}` };
  const script = await server.anonymous.call(createAccessToken, { body: { name: 'x', role: 'admin' } }, own);
  const invited = await admin.call(inviteUser, { body: { ...dana, email: 'bea@example.org' } });
  const factor = await server.anonymous.call(beginTwoFactor, { body: { password: third ?? '' } }, own);
  const { secret } = factor.body;
  const code = codeOf(secret);
  const codes = await server.anonymous.call(confirmTwoFactor, { body: { code } }, own);
  tell(await server.anonymous.call(renewRecoveryCodes, { body: { password: wrong ?? '', code } }, own));
  keep(script.body.token, invited.body.url?.split('=')[1], secret, ...codes.body.recoveryCodes);
  keep(...codes.body.recoveryCodes.map((one) => one.replaceAll('-', '')));

  // Integrations and storage.
  const [hook, header, database] = ['hook', 'header', 'database'].map(canary);
  keep(hook, database);
  const webhook = { url: 'https://203.0.113.9/hook', secret: hook };
  tell(await admin.call(updateConfig, { body: { webhook } }));
  tell(await admin.call(updateConfig, { body: { webhook: { secret: `with blank ${hook}` } } }));
  const postgres = { host: '127.0.0.1', port: 1, database: 'x', user: 'x', password: database };
  tell(await admin.call(updateConfig, { body: { postgres } }));
  tell(await admin.call(testWebhook, {}));
  tell(await admin.call(testMail, {}));
  // The values of headers are told to administrators who entered them, and to nobody else.
  await admin.call(updateConfig, {
    body: { webhook: { headers: [{ name: 'X-Key', value: header ?? '' }] } },
  });

  // What the database refuses is logged with its statement.
  await db.execute(sql`alter table users add constraint none check (false) not valid`);
  tell(
    await admin.call(createUser, { body: { ...dana, email: 'x@example.org', password: canary('refused') } }),
  );
  keep(canary('refused'));

  // Everything that can be read, as the most powerful reader there is.
  for (const { method, path, params } of allEndpoints) {
    if (method !== 'GET') continue;
    const url = Object.keys(params?.shape ?? {}).reduce(
      (filled, name) => filled.replace(`:${name}`, made.body.id),
      path,
    );
    answers.push(
      (await server.app.inject({ url, headers: { authorization: `Bearer ${admin.token}` } })).body,
    );
  }
  const measured = { authorization: `Bearer ${outside['metrics']}` };
  answers.push((await server.app.inject({ url: '/metrics', headers: measured })).body);
  answers.push((await server.app.inject({ url: '/docs/json' })).body);
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const contents: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.execute(sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t`);
    contents.push(JSON.stringify(rows));
  }

  expect(secrets.length).toBeGreaterThan(25);
  expect(lines.length).toBeGreaterThan(40);
  const everything = { answers: JSON.stringify(answers), log: lines.join(''), database: contents.join('') };
  for (const [where, text] of Object.entries(everything)) {
    for (const hidden of secrets) expect(text.includes(hidden), `${hidden} in ${where}`).toBe(false);
  }
  // What is not hidden is found: the search can see.
  expect(everything.answers).toContain(header);
  expect(everything.log).not.toContain(header);
});
