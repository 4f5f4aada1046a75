import type { Letter } from './mailer.ts';

interface Link {
  name: string;
  url: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

const until = (expiresAt: number) =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(expiresAt)} UTC`;

/** Names are people's own words: on one line, so that they add none of their own. */
const line = (name: string) => name.replace(/\s+/g, ' ').trim();

export const invitationLetter = ({ name, url, expiresAt }: Link): Letter => ({
  subject: 'You are invited to Monkey Tracker',
  text: `Hello ${line(name)},

you are invited to Monkey Tracker, the log of the drone shows. Choose your password here:

${url}

The link works once, until ${until(expiresAt)}.
`,
});

export const resetLetter = ({ name, url, expiresAt }: Link): Letter => ({
  subject: 'A new password for Monkey Tracker',
  text: `Hello ${line(name)},

somebody, perhaps you, asked for a new password for your account at Monkey Tracker. Choose it here:

${url}

The link works once, until ${until(expiresAt)}. If it was not you, do nothing: your password stays.
`,
});
