import { requestPasswordReset } from '@monkey-tracker/contract/auth';
import { readMail, testMail } from '@monkey-tracker/contract/mail';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../testing/app.ts';
import { catchUp, claim, forgetSettled } from './mail.queries.ts';
import { sendNext } from './mail.service.ts';
import { createMailer } from './mailer.ts';
import { openMailServer } from './testing/mail-server.ts';

const PUBLIC_URL = 'https://tracker.example.org/';

async function setUp(account?: { user: string; pass: string }) {
  const post = await openMailServer({ account });
  const environment = { SMTP_URL: post.url, PUBLIC_URL };
  const server = await testApp({ environment });
  await server.app.database.db.execute(sql`select 1`);
  const mailer = createMailer(post.url, undefined);
  const drain = async ({ app }: TestApp = server) => {
    const failures: (string | null)[] = [];
    for (;;) {
      const outcome = await sendNext(app.database.db, { mailer, sealer: app.sealer });
      if (!outcome) return failures;
      failures.push(outcome.failure);
    }
  };
  return { server, admin: await server.as('admin'), post, environment, drain };
}

describe('mail', () => {
  it('goes out after the commit, once, and its content is gone from the database', async () => {
    const { server, admin, post, drain } = await setUp();
    expect((await admin.call(testMail, {})).status).toBe(202);
    const { db } = server.app.database;
    const { rows } = await db.execute(sql`select content from mail_jobs`);
    expect(String(rows[0]?.content)).toMatch(/^sealed:/);
    expect(await drain()).toEqual([null]);
    expect(await drain()).toEqual([]);
    expect(post.taken).toHaveLength(1);
    expect(post.taken[0]?.text).toContain('Mail from Monkey Tracker reaches you.');
    expect((await db.execute(sql`select content from mail_jobs`)).rows).toEqual([{ content: null }]);
    expect((await admin.call(readMail, {})).body).toMatchObject({
      configured: true,
      mailsLinks: true,
      waiting: 0,
      recent: [{ kind: 'test', state: 'sent', failure: null, attempts: 1 }],
    });
  });

  it('that is refused for now comes again, and for good is given up', async () => {
    const { server, admin, post, environment, drain } = await setUp();
    post.refusing(() => ({ responseCode: 451 }));
    await admin.call(testMail, {});
    expect(await drain()).toEqual(['The mail server answered 451']);
    expect((await admin.call(readMail, {})).body).toMatchObject({
      waiting: 1,
      recent: [{ state: 'waiting' }],
    });
    post.refusing(() => undefined);
    expect(await drain()).toEqual([]);
    const later = await testApp({ beside: server, clockOffset: '1 minute', environment });
    expect(await drain(later)).toEqual([null]);

    post.refusing(() => ({ responseCode: 550 }));
    await admin.call(testMail, {});
    await drain();
    expect((await admin.call(readMail, {})).body.recent[0]).toMatchObject({
      state: 'dead',
      failure: 'The mail server answered 550',
    });
  });

  it('that was written while the clock was days ahead goes out when it is right again', async () => {
    const { server, admin, post, environment, drain } = await setUp();
    const ahead = await testApp({ beside: server, clockOffset: '3 days', environment });
    await (await ahead.as('admin')).call(testMail, {});
    await admin.call(testMail, {});
    expect(await claim(ahead.app.database.db)).toBeDefined();
    await catchUp(server.app.database.db);
    expect(await drain()).toEqual([null, null]);
    expect(post.taken).toHaveLength(2);
  });

  it('is tried for more than a day', async () => {
    const { server, admin, post, environment, drain } = await setUp();
    post.refusing(() => ({ responseCode: 421 }));
    await admin.call(testMail, {});
    let hours = 0;
    for (; (await admin.call(readMail, {})).body.waiting > 0; hours += 2) {
      await drain(await testApp({ beside: server, clockOffset: `${hours} hours`, environment }));
    }
    expect(hours).toBeGreaterThan(24);
    expect((await admin.call(readMail, {})).body.recent[0]).toMatchObject({ state: 'dead' });
  });

  it('of one queue is sent once by three servers at once', async () => {
    const { server, admin, post, environment, drain } = await setUp();
    for (let n = 0; n < 6; n += 1) await admin.call(testMail, {});
    const others = [
      await testApp({ beside: server, environment }),
      await testApp({ beside: server, environment }),
    ];
    await Promise.all([drain(), ...others.map((other) => drain(other))]);
    expect(post.taken).toHaveLength(6);
  });

  it('tells of a wrong account without telling the account', async () => {
    const { server, admin } = await setUp({ user: 'tracker', pass: 'canary-of-the-mail' });
    const wrong = createMailer(server.app.environment.SMTP_URL?.replace('canary', 'guess') ?? '', undefined);
    await admin.call(testMail, {});
    const { db } = server.app.database;
    const outcome = await sendNext(db, { mailer: wrong, sealer: server.app.sealer });
    expect(outcome?.failure).toBe('The mail server refuses the account or its password');
    expect(JSON.stringify(await admin.call(readMail, {}))).not.toMatch(/canary|guess|tracker:/);
  });

  it('is never sent openly to a server elsewhere, nor to one that is away', async () => {
    const { server } = await setUp();
    const away = createMailer('smtp://127.0.0.1:1', undefined);
    await expect(away.send('a@example.org', { subject: '', text: '' })).rejects.toThrow('cannot be reached');
    expect(createMailer('smtps://u%40x.org:p@mail.example.org', undefined)).toMatchObject({
      host: 'mail.example.org',
      from: 'u@x.org',
    });
    await forgetSettled(server.app.database.db);
  });

  it('is said not to be there where nobody has set it up', async () => {
    const server = await testApp();
    const admin = await server.as('admin');
    expect((await admin.call(readMail, {})).body).toMatchObject({
      configured: false,
      host: null,
      mailsLinks: false,
    });
    expect((await admin.call(testMail, {})).problem.code).toBe('mail.not_configured');
  });
});

describe('a forgotten password', () => {
  const ask = ({ anonymous }: TestApp, email: string) =>
    anonymous.call(requestPasswordReset, { body: { email } }, { host: 'evil.example' });

  it('brings a link by mail, to the public address and to nobody who is not there', async () => {
    const { server, admin, post, drain } = await setUp();
    await server.app.database.db.execute(
      sql`update users set email = 'ada@example.org' where id = ${admin.userId}`,
    );
    expect((await ask(server, 'ada@example.org')).status).toBe(202);
    expect((await ask(server, 'nobody@example.org')).status).toBe(202);
    await drain();
    expect(post.taken).toHaveLength(1);
    expect(post.taken[0]).toMatchObject({ to: ['ada@example.org'] });
    expect(post.taken[0]?.text).toMatch(/https:\/\/tracker\.example\.org\/reset#token=[\w-]{43}/);
    expect(post.taken[0]?.text).not.toContain('evil');
  });

  it('is not mailed without a public address, because a request can lie about its own', async () => {
    const post = await openMailServer();
    const server = await testApp({ environment: { SMTP_URL: post.url } });
    const admin = await server.as('admin');
    await server.app.database.db.execute(
      sql`update users set email = 'ada@example.org' where id = ${admin.userId}`,
    );
    await ask(server, 'ada@example.org');
    expect((await admin.call(readMail, {})).body).toMatchObject({
      configured: true,
      mailsLinks: false,
      waiting: 0,
    });
  });
});
