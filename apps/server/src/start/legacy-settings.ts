import { unitLabels } from '@monkey-tracker/contract/values';
import { webhookChange } from '@monkey-tracker/contract/webhook-settings';
import type { Db } from '@monkey-tracker/db/client';
import type { FastifyBaseLogger } from 'fastify';
import { z } from 'zod';
import { updateSettings } from '../domains/config/index.ts';
import { readConfigFile } from '../platform/app-config.ts';
import { inUnit } from '../platform/change.ts';
import type { Sealer } from '../platform/sealing.ts';

/** The old software kept headers as an object; an empty secret meant none. */
const legacyWebhook = z
  .object({
    url: z.string(),
    method: z.string().optional(),
    secret: z.string().nullish(),
    headers: z.record(z.string(), z.string()).optional(),
  })
  .transform(({ url, method, secret, headers }) => ({
    url,
    enabled: url !== '',
    ...(method && { method: method.toUpperCase() }),
    ...(secret && { secret }),
    ...(headers && { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) }),
  }));

/** As much of the old file as means something here; each part alone, and a part that does not fit is left out. */
const legacySettings = z.object({
  unitLabel: z.enum(unitLabels).optional().catch(undefined),
  webhook: legacyWebhook.optional().catch(undefined),
});

/** Brings unit label and webhook of the old software's config file into a new database. */
export async function takeLegacySettings(
  { db, sealer }: { db: Db; sealer: Sealer },
  dataDir: string,
  log: FastifyBaseLogger,
): Promise<void> {
  const found = legacySettings.safeParse(readConfigFile(dataDir));
  if (!found.success) return;
  const { unitLabel } = found.data;
  const { data: webhook } = webhookChange.safeParse(found.data.webhook);
  if (!unitLabel && !webhook) return;
  const change = { ...(unitLabel && { unitLabel }), ...(webhook && { webhook }) };
  await inUnit(db, { actorId: null, requestId: null }, (unit) =>
    updateSettings(unit, change, { fixed: {}, sealer }),
  );
  log.info(`[storage] taken from app-config.json: ${Object.keys(change).join(', ')}`);
}
