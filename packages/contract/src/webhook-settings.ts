import { z } from 'zod';
import { webhookSummary } from './storage.ts';

export const webhookMethods = ['POST', 'PUT'] as const;

/** How many hours the secret before the newest one still signs. */
export const secretOverlapHours = 24;

/** Headers that HTTP or the webhook itself sets; nobody else may. */
const ownHeaders =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|content-(length|type|encoding)|x-drone-webhook-secret|webhook-.*)$/i;

const header = z.strictObject({
  name: z
    .string()
    .max(100, { message: 'Use at most 100 characters' })
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, {
      message: 'A header name has letters, digits and hyphens only',
    })
    .refine((name) => !ownHeaders.test(name), { message: 'This header is set by the webhook itself' }),
  value: z
    .string()
    .trim()
    .max(2_000, { message: 'Use at most 2000 characters' })
    .regex(/^[\x20-\x7e]*$/, { message: 'A header value has visible ASCII characters only' }),
});
export type WebhookHeader = z.output<typeof header>;

const headers = z
  .array(header)
  .max(20, { message: 'Use at most 20 headers' })
  .superRefine((given, context) => {
    const names = given.map(({ name }) => name.toLowerCase());
    for (const [place, name] of names.entries()) {
      if (names.indexOf(name) === place) continue;
      context.addIssue({ code: 'custom', path: [place, 'name'], message: 'This header is there already' });
    }
  });

/** Text after `whsec_` must be base64, as Standard Webhooks has it; any other secret signs as it is. */
const isSecretForm = (secret: string): boolean =>
  !secret.startsWith('whsec_') ||
  /^whsec_(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret);

const secret = z
  .string()
  .min(8, { message: 'Use at least 8 characters; null removes the secret' })
  .max(200, { message: 'Use at most 200 characters' })
  .regex(/^[\x21-\x7e]+$/, { message: 'A secret has visible ASCII characters without blanks' })
  .refine(isSecretForm, { message: 'After whsec_ a secret must be base64' });

/** What an administrator changes; what is not named stays. A new secret leaves the old one valid for a while. */
export const webhookChange = z.strictObject({
  /** Empty for none. */
  url: z.string().trim().max(2_000, { message: 'Use at most 2000 characters' }).optional(),
  method: z.enum(webhookMethods).optional(),
  enabled: z.boolean().optional(),
  headers: headers.optional(),
  /** Write-only; null removes it, and with it the one before. */
  secret: secret.nullable().optional(),
});
export type WebhookChange = z.output<typeof webhookChange>;

/** All that an administrator sees; the secret nobody. Moments are epoch milliseconds. */
export const webhookSettings = webhookSummary.extend({
  url: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  paused: z.boolean(),
  /** Why it is paused, in a sentence; null where it is not. */
  pausedReason: z.string().nullable(),
  /** Until when the secret before the newest one signs too. */
  previousSecretUntil: z.number().nullable(),
});
export type WebhookSettings = z.output<typeof webhookSettings>;

/** The settings in an answer that everybody reads: the summary, and the rest for administrators. */
export const webhookInConfig = webhookSettings.partial().extend(webhookSummary.shape);
