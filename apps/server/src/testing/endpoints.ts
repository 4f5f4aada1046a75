import * as accessTokens from '@monkey-tracker/contract/access-tokens';
import * as archive from '@monkey-tracker/contract/archive';
import * as delays from '@monkey-tracker/contract/archive-delays';
import * as archiveList from '@monkey-tracker/contract/archive-list';
import * as metrics from '@monkey-tracker/contract/archive-metrics';
import * as pareto from '@monkey-tracker/contract/archive-pareto';
import * as audit from '@monkey-tracker/contract/audit';
import * as auditRecords from '@monkey-tracker/contract/audit-records';
import * as auth from '@monkey-tracker/contract/auth';
import * as backups from '@monkey-tracker/contract/backups';
import * as config from '@monkey-tracker/contract/config';
import * as demo from '@monkey-tracker/contract/demo';
import type { Endpoint } from '@monkey-tracker/contract/endpoint';
import * as entries from '@monkey-tracker/contract/entries';
import * as firstSteps from '@monkey-tracker/contract/first-steps';
import * as exports from '@monkey-tracker/contract/export';
import * as health from '@monkey-tracker/contract/health';
import * as imports from '@monkey-tracker/contract/import';
import * as lineup from '@monkey-tracker/contract/lineup';
import * as mail from '@monkey-tracker/contract/mail';
import * as presence from '@monkey-tracker/contract/presence';
import * as retention from '@monkey-tracker/contract/retention';
import * as shows from '@monkey-tracker/contract/shows';
import * as staff from '@monkey-tracker/contract/staff';
import * as twoFactor from '@monkey-tracker/contract/two-factor';
import * as users from '@monkey-tracker/contract/users';
import * as webhook from '@monkey-tracker/contract/webhook';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;

/** Every endpoint that the contract declares. */
export const allEndpoints: Endpoint[] = [
  accessTokens,
  archive,
  archiveList,
  audit,
  auditRecords,
  auth,
  backups,
  config,
  demo,
  delays,
  entries,
  firstSteps,
  exports,
  health,
  imports,
  lineup,
  mail,
  presence,
  metrics,
  pareto,
  retention,
  shows,
  staff,
  twoFactor,
  users,
  webhook,
]
  .flatMap((domain): unknown[] => Object.values(domain))
  .filter(isEndpoint);
