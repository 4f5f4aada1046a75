import { type Check, ok, problem, warning } from './finding.ts';

/** The database's clock decides everything: it has to agree with this machine's, and with what was logged. */
export const clock: Check = async ({ client }) => {
  const asked = Date.now();
  const { rows } = await client.query(
    `select epoch_ms(server_clock())::float8 as now, epoch_ms(at)::float8 as newest from event_head`,
  );
  const { now, newest } = rows[0];
  const apart = Math.abs(now - (asked + Date.now()) / 2);
  const advice = 'Let both machines keep time by NTP: archive and retention go by the clock.';
  if (newest > now + 60_000)
    return problem('The newest event of the log is in the future: the clock has been set back.', advice);
  if (apart > 30_000)
    return problem(
      `The clocks of the database and of this machine are ${Math.round(apart / 1000)} s apart.`,
      advice,
    );
  if (apart > 2_000)
    return warning(
      `The clocks of the database and of this machine are ${Math.round(apart / 1000)} s apart.`,
      advice,
    );
  return ok('The clocks of the database and of this machine agree.');
};
