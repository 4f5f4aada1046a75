import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { withClient } from '@monkey-tracker/db/single-client';
import { databaseError } from '../../platform/postgres-errors.ts';
import { storageFailure } from '../../start/failure.ts';
import { inWords } from '../../start/words.ts';
import type { Settings } from '../../platform/environment.ts';
import { backups, leftovers, sweep } from './chores.ts';
import { clock } from './clock.ts';
import { connections, functions, migrations, rights, tls, version, writable } from './database.ts';
import { type Check, type Finding, type Patient, problem } from './finding.ts';
import { mail, queue } from './queues.ts';
import { disk, environment, secrets } from './surroundings.ts';

const checks: Record<string, Check> = {
  environment,
  secrets,
  disk,
  version,
  writable,
  tls,
  migrations,
  rights,
  functions,
  connections,
  clock,
  sweep,
  queue,
  mail,
  backups,
  leftovers,
};

/** Looks at everything, one thing after the other; what fails to be looked at is a problem itself. */
export async function examine(settings: Settings, parts: ConnectionParts, now: Date): Promise<Finding[]> {
  const patient = (client: Patient['client']) => ({ settings, parts, client, now });
  try {
    return await withClient(parts, (client) => examineAll(patient(client)));
  } catch (error) {
    const { message } = storageFailure('The database cannot be reached', error);
    const advice =
      databaseError(error)?.code === '3D000'
        ? 'Run `mt migrate`, or start a server.'
        : 'Start it, or mend DATABASE_URL.';
    return [{ name: 'database', ...problem(message, advice) }];
  }
}

async function examineAll(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      const judged = await check(patient);
      if (judged) findings.push({ name, ...judged });
    } catch (error) {
      const words = inWords(error).split('\n')[0] ?? '';
      findings.push({ name, ...problem(words, 'Mend what stands above first, then ask again.') });
    }
  }
  return findings;
}
