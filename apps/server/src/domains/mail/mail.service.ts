import type { MailStatus, SentMail } from '@monkey-tracker/contract/mail';
import type { Db } from '@monkey-tracker/db/client';
import { pauseAfter } from '../../platform/retry-schedule.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { mailNotConfigured } from './mail.errors.ts';
import * as queries from './mail.queries.ts';
import { type Letter, type Mailer, MailFailure } from './mailer.ts';

const shown = 10;

interface NewMail extends Letter {
  kind: SentMail['kind'];
  userId: string | null;
  recipient: string;
}

/** What other domains mail with: in the transaction that causes it, sent after the commit. */
export interface Post {
  /** Where links lead; undefined where no link can be mailed. */
  origin: string | undefined;
  enqueue(db: Db, mail: NewMail): Promise<SentMail>;
}

export function createPost(sealer: Sealer, mailer: Mailer | undefined, publicUrl: string | undefined): Post {
  return {
    origin: mailer && publicUrl?.replace(/\/+$/, ''),
    enqueue: (db, { subject, text, ...job }) =>
      queries.insert(db, { ...job, content: sealer.seal('mail', JSON.stringify({ subject, text })) }),
  };
}

export async function readStatus(db: Db, mailer: Mailer | undefined, post: Post): Promise<MailStatus> {
  return {
    configured: mailer !== undefined,
    host: mailer?.host ?? null,
    from: mailer?.from ?? null,
    mailsLinks: post.origin !== undefined,
    waiting: await queries.countWaiting(db),
    recent: await queries.listRecent(db, shown),
  };
}

/** A mail to oneself: whether it arrives, only the person can tell. */
export async function enqueueTest(
  db: Db,
  { mailer, post }: { mailer: Mailer | undefined; post: Post },
  userId: string,
): Promise<SentMail> {
  if (!mailer) throw mailNotConfigured();
  return post.enqueue(db, {
    kind: 'test',
    userId,
    recipient: await queries.findAddress(db, userId),
    subject: 'Test from Monkey Tracker',
    text: 'Mail from Monkey Tracker reaches you.\n',
  });
}

/**
 * Takes one mail that is due, sends it outside of any transaction, and notes what came of it.
 * @returns undefined where nothing was due; else why it failed, or null
 */
export async function sendNext(
  db: Db,
  { mailer, sealer }: { mailer: Mailer; sealer: Sealer },
): Promise<{ id: string; failure: string | null } | undefined> {
  const job = await queries.claim(db);
  if (!job) return undefined;
  const failure = await attempt(job, mailer, sealer);
  const waitSec = failure && !failure.final ? pauseAfter(job.attempts + 1) : undefined;
  if (!failure) await queries.settle(db, job, { state: 'sent', failure: null });
  else if (waitSec === undefined) await queries.settle(db, job, { state: 'dead', failure: failure.message });
  else await queries.settle(db, job, { waitSec, failure: failure.message });
  return { id: job.id, failure: failure?.message ?? null };
}

async function attempt(job: queries.Job, mailer: Mailer, sealer: Sealer): Promise<MailFailure | undefined> {
  try {
    // Sealed here, by enqueue above.
    const letter = JSON.parse(sealer.unseal('mail', job.content)) as Letter;
    await mailer.send(job.recipient, letter);
    return undefined;
  } catch (error) {
    if (error instanceof MailFailure) return error;
    return new MailFailure('The mail cannot be read any more, because PASSWORD_PEPPER is another one', {
      final: true,
    });
  }
}
