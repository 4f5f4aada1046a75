import { createTransport } from 'nodemailer';

/** What is sent, in plain text. */
export interface Letter {
  subject: string;
  text: string;
}

/** A mail that was not taken: one sentence for administrators, without account or password. */
export class MailFailure extends Error {
  /** Whether trying again is no use. */
  readonly final: boolean;

  constructor(sentence: string, { final }: { final: boolean }) {
    super(sentence);
    this.final = final;
  }
}

export interface Mailer {
  host: string;
  from: string;
  send(to: string, letter: Letter): Promise<void>;
  close(): void;
}

const patienceMs = 10_000;
const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** Sends through one mail server; off this machine only encrypted, and only to one whose certificate verifies. */
export function createMailer(smtpUrl: string, mailFrom: string | undefined): Mailer {
  const url = new URL(smtpUrl);
  const local = isLoopback(url.hostname);
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    requireTLS: !local,
    ignoreTLS: local,
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
    // Nothing of a mail is read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = mailFrom ?? (user.includes('@') ? user : `monkey-tracker@${url.hostname}`);
  return {
    host: url.host,
    from,
    async send(to, { subject, text }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function failureOf(error: unknown): MailFailure {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH')
    return new MailFailure('The mail server refuses the account or its password', { final: false });
  if (responseCode !== undefined) {
    return new MailFailure(`The mail server answered ${responseCode}`, { final: responseCode >= 500 });
  }
  if (code === 'ETLS' || /certificate|tls|ssl/i.test(String(error)))
    return new MailFailure('The mail server offers no encryption that can be trusted', { final: false });
  if (code === 'EENVELOPE')
    return new MailFailure('The mail server takes no mail for this address', { final: true });
  return new MailFailure('The mail server cannot be reached', { final: false });
}
