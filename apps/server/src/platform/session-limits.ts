import { type Config, sessionDefaults } from '@monkey-tracker/contract/config';
import type { Db } from '@monkey-tracker/db/client';
import { appConfig } from '@monkey-tracker/db/schema/config';
import type { Environment } from './environment.ts';

type Limits = Config['sessions'];

/** What the environment fixes. */
export const limitsOf = (environment: Environment): Partial<Limits> => ({
  ...(environment.SESSION_IDLE_MINUTES && { idleMinutes: environment.SESSION_IDLE_MINUTES }),
  ...(environment.SESSION_MAX_HOURS && { maxHours: environment.SESSION_MAX_HOURS }),
});

/** How long sessions last: the environment, else the settings, else as usual. */
export async function readLimits(db: Db, fixed: Partial<Limits>): Promise<Limits> {
  const [chosen] = await db
    .select({ idleMinutes: appConfig.sessionIdleMinutes, maxHours: appConfig.sessionMaxHours })
    .from(appConfig);
  return {
    idleMinutes: fixed.idleMinutes ?? chosen?.idleMinutes ?? sessionDefaults.idleMinutes,
    maxHours: fixed.maxHours ?? chosen?.maxHours ?? sessionDefaults.maxHours,
  };
}
