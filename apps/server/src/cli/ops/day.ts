import type { Section } from './section.ts';

/** What one looks at each morning. */
export const signIns: Section = {
  title: 'Failed sign-ins that are being counted',
  hint: 'Many attempts: somebody guesses, or has forgotten. The keys are hashed.',
  sql: `select left(key, 16) as account_or_address, attempts, to_char(window_started_at, 'YYYY-MM-DD HH24:MI') as since
    from sign_in_throttle where attempts > 2 order by attempts desc limit 20`,
};

export const security: Section = {
  title: 'Users and sessions of the last day',
  hint: 'Each should be known to an administrator; session.reuse_detected means that a stolen cookie was used.',
  sql: `select type, count(*) as times, to_char(max(at), 'YYYY-MM-DD HH24:MI') as last from events
    where at > server_now() - interval '1 day' and type ~ '^(user|session|token|backup|config|storage)\\.' group by 1 order by 1`,
};

export const log: Section = {
  title: 'The log of changes',
  hint: 'broken_at must be empty: otherwise somebody has changed the log.',
  sql: 'select * from verify_events()',
};

export const archive: Section = {
  title: 'Archive and retention',
  hint: 'last_sweep should be of this minute; purge_stopped says why nothing is purged.',
  sql: `select (select count(*) from active_shows) as active, (select count(*) from show_archive) as archived,
      (select count(*) from archived_shows where purged_at <= server_now()) as due,
      to_char(last_sweep_at, 'YYYY-MM-DD HH24:MI:SS') as last_sweep, purge_stopped from app_config`,
};

export const webhook: Section = {
  title: 'Webhook',
  hint: 'Dead ones were given up, waiting ones go out within seconds; what the receiver answered stands in the settings.',
  needs: `select to_regclass('webhook_deliveries') is not null as there`,
  sql: 'select state, count(*) as deliveries, min(created_at)::text as oldest from webhook_deliveries group by 1 order by 1',
};

export const mail: Section = {
  title: 'Mail',
  hint: 'Dead ones never arrived, and waiting ones go out within seconds: otherwise see the mail server of SMTP_URL.',
  sql: `select state, count(*) as mails, to_char(min(created_at), 'YYYY-MM-DD HH24:MI') as oldest,
      (array_agg(failure order by created_at desc) filter (where failure is not null))[1] as last_failure
    from mail_jobs group by 1 order by 1`,
};
