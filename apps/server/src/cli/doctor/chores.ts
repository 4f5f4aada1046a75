import { listBackupFiles, backupPlan } from '../../domains/backups/index.ts';
import { ago, type Check, hourMs, ok, problem, warning } from './finding.ts';

/** The archive is swept every half minute while a server runs. */
export const sweep: Check = async ({ client }) => {
  const { rows } = await client.query(
    `select purge_stopped as stopped, epoch_ms(server_clock())::float8 - epoch_ms(last_sweep_at) as since from app_config`,
  );
  const { stopped, since } = rows[0];
  if (stopped)
    return warning(`The purge stopped itself: ${stopped}`, 'See docs/operations.md, "A purge that stopped".');
  if (since === null) return warning('The archive was never swept.', 'Start a server.');
  if (since > 10 * 60_000)
    return warning(
      `The archive was last swept ${ago(since)} ago.`,
      'If a server runs, look for [archive] in its log.',
    );
  return ok('The archive is swept regularly.');
};

export const backups: Check = async ({ settings, now }) => {
  const { folder, at } = backupPlan(settings);
  const [newest] = await listBackupFiles(folder);
  const since = newest && now.getTime() - newest.createdAt;
  if (at === null && since === undefined)
    return warning(
      'This server makes no backups.',
      'Make sure that the database is backed up, or set BACKUP_AT and BACKUP_DIR.',
    );
  if (since === undefined) return warning(`There is no backup in ${folder} yet.`, 'Run `mt backup`.');
  const found = `The newest backup in ${folder} was made ${ago(since)} ago.`;
  if (at !== null && since > 50 * hourMs)
    return problem(found, 'Look for [backup] in the log; run `mt backup` now.');
  if (at !== null && since > 26 * hourMs) return warning(found, 'Look for [backup] in the log.');
  return ok(found);
};

/** Schemas that restores have left behind. */
export const leftovers: Check = async ({ client, parts }) => {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname ~ '^mt_(restore|check|reset)_[0-9a-f]{8}' or nspname like $1 order by nspname`,
    [`${parts.schema.replaceAll('_', '\\_')}\\_before\\_%`],
  );
  if (rows.length === 0) return undefined;
  const names = rows.map(({ name }) => name).join(', ');
  return warning(
    `Restores have left schemas behind: ${names}.`,
    'When nobody needs them: drop schema … cascade.',
  );
};
