import { ago, type Check, hourMs, ok, warning } from './finding.ts';

const quarterHourMs = hourMs / 4;

/** Webhook deliveries that wait; nothing where this release has no webhook. */
export const queue: Check = async ({ client }) => {
  const known = await client.query(`select to_regclass('webhook_deliveries') is not null as known`);
  if (!known.rows[0].known) return undefined;
  const { rows } = await client.query(
    `select count(*)::int as waiting,
       (extract(epoch from server_clock() - min(created_at)) * 1000)::float8 as oldest,
       (select paused_reason from webhook_settings) as paused
     from webhook_deliveries where state = 'waiting'`,
  );
  const { waiting, oldest, paused } = rows[0];
  if (paused)
    return warning(`The webhook is paused: ${paused}`, 'Mend the cause, then go on from the settings.');
  if (oldest > hourMs)
    return warning(
      `${waiting} webhook deliveries wait, the oldest for ${ago(oldest)}.`,
      'Look at the deliveries in the settings: the receiver may be away.',
    );
  return ok(`${waiting} webhook deliveries wait.`);
};

/** Mail that waits, that is refused again and again, or that was given up. */
export const mail: Check = async ({ client, settings }) => {
  const { rows } = await client.query(
    `select count(*) filter (where state = 'waiting')::int as waiting,
       (extract(epoch from server_clock() - min(created_at) filter (where state = 'waiting')) * 1000)::float8 as oldest,
       count(*) filter (where state = 'dead' and settled_at > server_clock() - interval '1 day')::int as dead,
       (array_agg(failure order by created_at desc) filter (where failure is not null))[1] as failure
     from mail_jobs`,
  );
  const { waiting, oldest, dead, failure } = rows[0];
  if (waiting > 0 && settings.SMTP_URL === undefined)
    return warning(`${waiting} mails wait, and there is no mail server.`, 'Set SMTP_URL on a server.');
  const reason = failure === null ? '' : ` ${failure}.`;
  const advice = 'See that the mail server of SMTP_URL answers; until then give links by hand, under Users.';
  if (oldest > quarterHourMs)
    return warning(`${waiting} mails wait, the oldest for ${ago(oldest)}.${reason}`, advice);
  if (dead > 0) return warning(`${dead} mails were given up within a day.${reason}`, advice);
  return ok(`${waiting} mails wait.`);
};
