import type { WebhookHeader } from '@monkey-tracker/contract/webhook-settings';
import { Webhook } from 'standardwebhooks';
import type { Settings } from './settings.queries.ts';

type Signing = Pick<Settings, 'headers' | 'secret' | 'previousSecret'>;

/** What is signed: the id that stays through all attempts, this attempt's moment, and the body to the byte. */
interface Signed {
  id: string;
  at: Date;
  body: string;
}

const signerOf = (secret: string) =>
  secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' });

const redacted = '[redacted]';

/** The headers of one attempt. While a secret is being rotated, the old one signs too, as Standard Webhooks allows. */
export function headersOf(
  { headers, secret, previousSecret }: Signing,
  { id, at, body }: Signed,
): WebhookHeader[] {
  const secrets = [secret, previousSecret].filter((one) => one !== null);
  const signatures = secrets.map((one) => signerOf(one).sign(id, at, body));
  const named = headers.some(({ name }) => name.toLowerCase() === 'user-agent');
  return [
    ...(named ? [] : [{ name: 'user-agent', value: 'monkey-tracker' }]),
    ...headers,
    { name: 'content-type', value: 'application/json' },
    { name: 'webhook-id', value: id },
    { name: 'webhook-timestamp', value: String(Math.floor(at.getTime() / 1000)) },
    ...(secret === null ? [] : [{ name: 'x-drone-webhook-secret', value: secret }]),
    ...(signatures.length === 0 ? [] : [{ name: 'webhook-signature', value: signatures.join(' ') }]),
  ];
}

/** The same for the delivery log: no secret, and no value that an administrator has entered. */
export function redactedHeaders(sent: WebhookHeader[], { headers }: Signing): WebhookHeader[] {
  const hidden = new Set(['x-drone-webhook-secret', ...headers.map(({ name }) => name)]);
  return sent.map(({ name, value }) => ({ name, value: hidden.has(name) ? redacted : value }));
}

/** Takes out of a receiver's words whatever it repeats of our secrets and header values. */
export function redactText(text: string, { headers, secret, previousSecret }: Signing): string {
  return [secret, previousSecret, ...headers.map(({ value }) => value)]
    .filter((one): one is string => one !== null && one.length >= 4)
    .flatMap((one) => [one, JSON.stringify(one).slice(1, -1), encodeURIComponent(one)])
    .toSorted((one, other) => other.length - one.length)
    .reduce((clean, one) => clean.replaceAll(one, redacted), text);
}
