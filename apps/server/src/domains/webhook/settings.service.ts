import type { WebhookSummary } from '@monkey-tracker/contract/storage';
import {
  secretOverlapHours,
  type WebhookChange,
  type WebhookSettings,
} from '@monkey-tracker/contract/webhook-settings';
import type { Db } from '@monkey-tracker/db/client';
import type { Unit } from '../../platform/change.ts';
import type { Egress } from '../../platform/egress.ts';
import { EgressRefusal } from '../../platform/egress.rules.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { releaseWaiting } from './queue.queries.ts';
import { isKept, kept } from './secrets.ts';
import * as queries from './settings.queries.ts';
import { addressMissing, addressRefused } from './webhook.errors.ts';

/** What everybody is told. */
const summaryOf = ({ enabled, method, secret, headers }: queries.Settings): WebhookSummary => ({
  enabled,
  method,
  hasSecret: secret !== null,
  headerCount: headers.length,
});

/** What administrators are told. */
const toSettings = (row: queries.Settings): WebhookSettings => ({
  ...summaryOf(row),
  url: row.url,
  headers: row.headers,
  paused: row.pausedReason !== null,
  pausedReason: row.pausedReason,
  previousSecretUntil: row.previousSecretUntil?.getTime() ?? null,
});

/** For the log, which keeps for good: a query or a header may carry a key, so that only their names are told. */
const toEvent = ({ headers, url, ...settings }: WebhookSettings) => ({
  ...settings,
  url: url.replace(/\?.*$/s, '?…'),
  headers: headers.map(({ name }) => name),
});

export const readSummary = queries.readSummary;
export const readWebhook = async (db: Db): Promise<WebhookSettings> => toSettings(await queries.read(db));

/** Judges a new address before the transaction that stores it: names are looked up for this. */
export async function ensureReachable(egress: Egress, url: string | undefined): Promise<void> {
  if (!url) return;
  await egress.destination(url).catch((error: unknown) => {
    throw error instanceof EgressRefusal ? addressRefused(error.message) : error;
  });
}

/** Changes the named settings. A new address ends a receiver's wish for silence. */
export async function updateWebhook(
  { db, actorId, record }: Unit,
  { secret, ...fields }: WebhookChange,
  sealer: Sealer,
): Promise<WebhookSettings> {
  await queries.lock(db);
  const row = await queries.read(db);
  const { url, enabled } = { ...row, ...fields };
  if (enabled && url === '') throw addressRefused('Enter the address before the webhook is turned on');
  await queries.update(db, { ...fields, updatedBy: actorId, ...(url !== row.url && { heldUntil: null }) });
  const secretChanged = secret !== undefined && !isKept(sealer, row, secret);
  if (secretChanged) {
    await queries.rotateSecret(db, secret === null ? null : kept(sealer, secret), secretOverlapHours);
  }
  const after = await readWebhook(db);
  record({
    type: 'webhook.updated',
    subjectId: null,
    before: toEvent(toSettings(row)),
    after: { ...toEvent(after), secretChanged },
  });
  return after;
}

/** Holds back all that is waiting and to come, until it is resumed. */
export async function pauseWebhook(
  { db, record }: Unit,
  reason = 'An administrator paused it.',
): Promise<WebhookSettings> {
  await queries.lock(db);
  const { url, pausedReason } = await queries.read(db);
  if (url === '') throw addressMissing();
  if (pausedReason === null) {
    await queries.update(db, { pausedReason: reason });
    record({ type: 'webhook.paused', subjectId: null, after: { reason } });
  }
  return readWebhook(db);
}

/** Sends again, and at once what has waited. */
export async function resumeWebhook({ db, record }: Unit): Promise<WebhookSettings> {
  await queries.lock(db);
  const { pausedReason } = await queries.read(db);
  if (pausedReason !== null) {
    await queries.update(db, { pausedReason: null, heldUntil: null });
    await releaseWaiting(db);
    record({ type: 'webhook.resumed', subjectId: null, before: { reason: pausedReason } });
  }
  return readWebhook(db);
}
