import { z } from 'zod';

/** Where the data lies, as every list says it beside the data. */
export const storageMeta = z.object({
  label: z.literal('PostgreSQL v1'),
  driver: z.literal('postgres'),
  schema: z.string(),
});
export type StorageMeta = z.output<typeof storageMeta>;

/** The webhook as everyone may see it: never its address, secret or header values. */
export const webhookSummary = z.object({
  enabled: z.boolean(),
  method: z.string(),
  hasSecret: z.boolean(),
  headerCount: z.int(),
});
export type WebhookSummary = z.output<typeof webhookSummary>;
