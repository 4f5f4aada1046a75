import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const mailStates = ['waiting', 'sent', 'dead'] as const;
export const mailKinds = ['invitation', 'password_reset', 'test'] as const;

/** One mail and what became of it; never what it says. Moments are epoch milliseconds. */
const sentMail = z.object({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  recipient: z.string(),
  state: z.enum(mailStates),
  attempts: z.int(),
  /** Why the last attempt failed, in a sentence. */
  failure: z.string().nullable(),
  createdAt: z.number(),
  settledAt: z.number().nullable(),
});
export type SentMail = z.output<typeof sentMail>;

export const mailStatus = z.object({
  /** Whether there is a mail server (SMTP_URL). */
  configured: z.boolean(),
  /** Its name, without account and password. */
  host: z.string().nullable(),
  from: z.string().nullable(),
  /** Whether links can be mailed: that takes PUBLIC_URL too, because a request's own host can be forged. */
  mailsLinks: z.boolean(),
  waiting: z.int(),
  /** The newest first. */
  recent: z.array(sentMail),
});
export type MailStatus = z.output<typeof mailStatus>;

export const readMail = endpoint({
  method: 'GET',
  path: '/api/mail',
  access: 'admin',
  summary: 'Whether mail is sent, and what became of the last ones',
  response: mailStatus,
});

export const testMail = endpoint({
  method: 'POST',
  path: '/api/mail/test',
  access: 'admin',
  summary: 'Send a mail to the own address',
  status: 202,
  response: sentMail,
});
