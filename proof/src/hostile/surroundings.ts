import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import { archiveShow } from '@monkey-tracker/contract/archive';
import { updateConfig } from '@monkey-tracker/contract/config';
import { createEntry } from '@monkey-tracker/contract/entries';
import type { Role } from '@monkey-tracker/contract/endpoint';
import { createShow } from '@monkey-tracker/contract/shows';
import { createResetLink, inviteUser } from '@monkey-tracker/contract/users';
import { beginTwoFactor, confirmTwoFactor } from '@monkey-tracker/contract/two-factor';
import { testWebhook } from '@monkey-tracker/contract/webhook';
import { authSessions } from '@monkey-tracker/db/schema/auth';
import type { Client, TestApp } from '@monkey-tracker/server/src/testing/app.ts';
import { codeOf } from '@monkey-tracker/server/src/testing/codes.ts';
import { entrySample, showSample } from '@monkey-tracker/server/src/testing/samples.ts';
import { sql } from 'drizzle-orm';

/** Sooner than the pass of an administrator ends by itself: long runs take longer. */
const passMs = 5 * 60_000;

export const knownPassword = 'seven quiet herons at dusk';

/** Makes what a request needs so that it can succeed: records of each kind, people, links. */
export class Surroundings {
  readonly server: TestApp;
  #admin: Client;
  #adminSince = Date.now();
  readonly #hash: string;
  #made = 0;

  private constructor(server: TestApp, admin: Client, hash: string) {
    this.server = server;
    this.#admin = admin;
    this.#hash = hash;
  }

  static async of(server: TestApp): Promise<Surroundings> {
    return new Surroundings(server, await server.as('admin'), await server.app.passwords.hash(knownPassword));
  }

  get #db() {
    return this.server.app.database.db;
  }

  /** Attempts are not what is looked at here: all who guess begin anew. */
  async forgive(): Promise<void> {
    await this.#db.execute(sql`delete from sign_in_throttle`);
    if (Date.now() - this.#adminSince < passMs) return;
    this.#admin = await this.server.as('admin');
    this.#adminSince = Date.now();
  }

  /** A live show with an entry, on a day that has room, and the number of the change that made it. */
  async show(): Promise<{ id: string; entryId: string }> {
    this.#made += 1;
    const day = new Date(Date.UTC(2100, 0, 1 + Math.floor(this.#made / 3)));
    const body = showSample({ date: day.toISOString().slice(0, 10), label: `Made ${this.#made}` });
    const show = await made(this.#admin.call(createShow, { body }));
    const entry = await made(this.#admin.call(createEntry, { params: { id: show.id }, body: entrySample() }));
    return { id: show.id, entryId: entry.id };
  }

  async archived(): Promise<{ id: string }> {
    const { id } = await this.show();
    await made(this.#admin.call(archiveShow, { params: { id } }));
    return { id };
  }

  /** The number of the change that made a record. */
  async madeAt(id: string): Promise<number> {
    const { rows } = await this.#db.execute<{ seq: number }>(
      sql`select min(seq)::int as seq from events where subject_id = ${id}`,
    );
    return rows[0]?.seq ?? 1;
  }

  /** Somebody new who can prove who they are. */
  async person(role: Role): Promise<Client & { email: string }> {
    const client = await this.server.as(role);
    const { rows } = await this.#db.execute<{ email: string }>(
      sql`update users set password_hash = ${this.#hash} where id = ${client.userId} returning email`,
    );
    return { ...client, email: rows[0]?.email ?? '' };
  }

  async session({ userId }: Client): Promise<string> {
    const expiresAt = sql`server_now() + interval '30 days'`;
    const row = {
      userId,
      refreshHash: crypto.randomUUID(),
      expiresAt,
      address: '127.0.0.1',
      userAgent: 'test',
    };
    const [session] = await this.#db.insert(authSessions).values(row).returning();
    return session?.id ?? '';
  }

  async tokenOf(client: Client): Promise<string> {
    return (await made(client.call(createAccessToken, { body: { name: 'script', role: 'viewer' } }))).id;
  }

  async secretOf(client: Client): Promise<string> {
    return (await made(client.call(beginTwoFactor, { body: { password: knownPassword } }))).secret;
  }

  /** Turns the second factor on. @returns a code that still works */
  async secondFactorOf(client: Client): Promise<string> {
    const code = codeOf(await this.secretOf(client));
    return (await made(client.call(confirmTwoFactor, { body: { code } }))).recoveryCodes[0] ?? '';
  }

  async invited(): Promise<{ id: string; token: string }> {
    const body = {
      email: `${crypto.randomUUID()}@example.org`,
      displayName: 'Bea',
      roles: ['viewer' as const],
    };
    const { url, user } = await made(this.#admin.call(inviteUser, { body }));
    return { id: user.id, token: url?.split('=')[1] ?? '' };
  }

  async resetToken(): Promise<string> {
    const { userId } = await this.person('viewer');
    return (
      (await made(this.#admin.call(createResetLink, { params: { id: userId } }))).url.split('=')[1] ?? ''
    );
  }

  /** A webhook that has somewhere to send to. */
  async webhook(): Promise<void> {
    await made(this.#admin.call(updateConfig, { body: { webhook: { url: 'http://hook.example:9/x' } } }));
  }

  async delivery(): Promise<{ id: string }> {
    await this.webhook();
    return made(this.#admin.call(testWebhook, {}));
  }
}

async function made<T>(
  outcome: Promise<{ status: number; body: T; problem: { detail: string } }>,
): Promise<T> {
  const { status, body, problem } = await outcome;
  if (status >= 300) throw new Error(`what a request needs was refused: ${problem.detail}`);
  return body;
}
