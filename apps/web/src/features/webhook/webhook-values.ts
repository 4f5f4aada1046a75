import { type WebhookChange, webhookChange, webhookMethods } from '@monkey-tracker/contract/webhook-settings';
import type { Config } from '@monkey-tracker/contract/config';
import { schemaErrors } from '../../ui/schema-errors.ts';

/** The webhook's settings as their form holds them; the secret is never told, so it begins empty. */
export interface WebhookValues {
  url: string;
  method: string;
  enabled: boolean;
  /** One on a line: `Name: value`. */
  headers: string;
  secret: string;
}

export const webhookValuesOf = ({ webhook }: Config): WebhookValues => ({
  url: webhook.url ?? '',
  method: webhook.method,
  enabled: webhook.enabled,
  headers: (webhook.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n'),
  secret: '',
});

const headersOf = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf(':');
      const name = at === -1 ? line : line.slice(0, at);
      return { name: name.trim(), value: at === -1 ? '' : line.slice(at + 1).trim() };
    });

/** What the server is told: an empty secret leaves the one that is there. */
export const webhookBodyOf = ({ url, method, enabled, headers, secret }: WebhookValues): WebhookChange => ({
  url: url.trim(),
  method: webhookMethods.find((one) => one === method),
  enabled,
  headers: headersOf(headers),
  ...(secret !== '' && { secret }),
});

export function webhookErrors(values: WebhookValues): Record<string, string> {
  const found = schemaErrors(webhookChange, webhookBodyOf(values));
  if (values.enabled && values.url.trim() === '') found['url'] = 'Where should it be sent?';
  return found;
}
