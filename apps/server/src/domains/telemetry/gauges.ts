import type { FastifyInstance } from 'fastify';
import type { Instruments } from './instruments.ts';
import { type Figures, readFigures } from './telemetry.queries.ts';
import { readMailBacklog } from '../mail/index.ts';
import { readBacklog } from '../webhook/index.ts';

const one = (value: number | null | undefined) => (typeof value === 'number' ? [{ value }] : []);
const secondsSince = (at: number | null | undefined) => at && (Date.now() - at) / 1_000;

/** Numbers of this server, and of the database, which `refresh` reads once for all of them. */
export function addGauges(app: FastifyInstance, { gauge }: Instruments) {
  let figures: Figures | undefined;
  let backlog: Awaited<ReturnType<typeof readBacklog>> | undefined;
  let letters: Awaited<ReturnType<typeof readMailBacklog>>;
  let backupAt: number | null = null;
  let backupFailed = 0;

  gauge('mt_database_up', 'Whether the database answered', () => one(figures ? 1 : 0));
  gauge('mt_database_pool_connections', 'Connections of the pool, and who waits for one', () => {
    const { total, idle, waiting, max } = app.database.stats();
    const states = { idle, busy: total - idle, waiting, max };
    return Object.entries(states).map(([state, value]) => ({ labels: { state }, value }));
  });
  gauge('mt_password_hashes', 'Passwords being hashed, and those that wait', () =>
    Object.entries(app.passwords.load()).map(([state, value]) => ({ labels: { state }, value })),
  );
  gauge('mt_event_streams', 'Open live streams of this server', () => one(app.feed.listeners()));
  gauge('mt_events_head', 'Number of the newest event', () => one(figures?.head));
  gauge('mt_shows_active', 'Shows in the log', () => one(figures?.active));
  gauge('mt_shows_archived', 'Snapshots in the archive', () => one(figures?.archived));
  gauge('mt_sweep_last_timestamp_seconds', 'When the archive was last swept', () => one(figures?.sweptAt));
  gauge('mt_purge_stopped', 'Whether the purge stopped itself', () => one(figures?.purgeStopped));
  gauge('mt_sign_in_attempts', 'Sign-ins that the throttle counts now', () => one(figures?.throttled));
  gauge('mt_webhook_waiting', 'Webhook deliveries that wait', () => one(backlog?.waiting));
  gauge('mt_webhook_oldest_seconds', 'For how long the oldest has waited', () =>
    one(secondsSince(backlog?.oldestWaitingAt)),
  );
  gauge('mt_webhook_dead', 'Webhook deliveries that were given up', () => one(backlog?.dead));
  gauge('mt_webhook_paused', 'Whether the webhook is paused', () =>
    one(backlog && (backlog.pausedReason === null ? 0 : 1)),
  );
  gauge('mt_mail_waiting', 'Mails that wait', () => one(letters?.waiting));
  gauge('mt_mail_retrying', 'Mails that wait after they were refused', () => one(letters?.retrying));
  gauge('mt_mail_oldest_seconds', 'For how long the oldest has waited', () =>
    one(secondsSince(letters?.oldestWaitingAt)),
  );
  gauge('mt_mail_dead', 'Mails that were given up', () => one(letters?.dead));
  gauge('mt_backup_newest_timestamp_seconds', 'When the newest backup was made', () => one(backupAt));
  gauge('mt_backup_failed', 'Whether the last attempt of this server failed', () => one(backupFailed));

  return async function refresh(): Promise<void> {
    figures = await app.database.use(readFigures).catch(() => undefined);
    backlog = await app.database.use(readBacklog).catch(() => undefined);
    letters = await app.database.use(readMailBacklog).catch(() => undefined);
    const { newestAt, failure } = await app.backups.state();
    backupAt = newestAt === null ? null : newestAt / 1_000;
    backupFailed = failure === null ? 0 : 1;
  };
}
