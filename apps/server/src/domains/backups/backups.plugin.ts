import { listBackups, makeBackup } from '@monkey-tracker/contract/backups';
import fp from 'fastify-plugin';
import type { AppOptions } from '../../platform/http.ts';
import { routes } from '../../platform/routes.ts';
import { backupPlan, type Backups, createBackups } from './backups.service.ts';

/** How often an instance looks whether today's backup is still to be made. */
const everyMs = 60_000;

export const backups = fp<AppOptions>(
  async (app, { sweep = true }) => {
    const made = createBackups({ partsNow: () => app.database.parts, ...backupPlan(app.environment) });
    app.decorate('backups', made);
    const { read, act } = routes(app);
    read(listBackups, async () => ({ state: await made.state(), backups: await made.list() }));
    act(makeBackup, () => made.makeNow());
    if (!sweep) return;

    const look = () =>
      made.makeIfDue(new Date()).then(
        (backup) => backup && app.log.info({ backup }, `[backup] made ${backup.name}`),
        (error: unknown) => app.log.error({ err: error }, '[backup] the daily backup failed; it tries again'),
      );
    const timer = setInterval(() => void look(), everyMs);
    app.addHook('preClose', async () => {
      clearInterval(timer);
      await made.settled();
    });
  },
  { name: 'backups', dependencies: ['database'] },
);

declare module 'fastify' {
  interface FastifyInstance {
    backups: Backups;
  }
}
