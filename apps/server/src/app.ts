import Fastify, { type FastifyInstance } from 'fastify';
import { accessTokens } from './domains/access-tokens/access-tokens.plugin.ts';
import { archive } from './domains/archive/archive.plugin.ts';
import { audit } from './domains/audit/audit.plugin.ts';
import { auth } from './domains/auth/auth.plugin.ts';
import { backups } from './domains/backups/backups.plugin.ts';
import { config } from './domains/config/config.plugin.ts';
import { demo } from './domains/demo/demo.plugin.ts';
import { entries } from './domains/entries/entries.plugin.ts';
import { events } from './domains/events/events.plugin.ts';
import { firstSteps } from './domains/first-steps/first-steps.plugin.ts';
import { exporting } from './domains/export/export.plugin.ts';
import { health } from './domains/health/health.plugin.ts';
import { importing } from './domains/import/import.plugin.ts';
import { lineup } from './domains/lineup/lineup.plugin.ts';
import { presencePages } from './domains/presence/presence.plugin.ts';
import { mail } from './domains/mail/mail.plugin.ts';
import { metrics } from './domains/metrics/metrics.plugin.ts';
import { shows } from './domains/shows/shows.plugin.ts';
import { staff } from './domains/staff/staff.plugin.ts';
import { storage } from './domains/storage/storage.plugin.ts';
import { telemetry } from './domains/telemetry/telemetry.plugin.ts';
import { twoFactor } from './domains/two-factor/two-factor.plugin.ts';
import { users } from './domains/users/users.plugin.ts';
import { webhook } from './domains/webhook/webhook.plugin.ts';
import { access } from './platform/access.ts';
import { database } from './platform/database.ts';
import { egress } from './platform/egress.ts';
import type { Environment } from './platform/environment.ts';
import { errors } from './platform/errors.ts';
import { farewell } from './platform/farewell.ts';
import { feed } from './platform/feed.ts';
import { housekeeping } from './platform/housekeeping.ts';
import { type AppOptions, serverOptions } from './platform/http.ts';
import { openapi } from './platform/openapi.ts';
import { pages } from './platform/pages.ts';
import { passwords } from './platform/passwords.ts';
import { presence } from './platform/presence.ts';
import { createSealer, type Sealer } from './platform/sealing.ts';
import { security } from './platform/security.ts';
import { validation } from './platform/validation.ts';

/** The whole server: what every domain stands on, then the domains. */
export async function buildApp(environment: Environment, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(environment, options));
  app.decorate('environment', environment);
  app.decorate('sealer', createSealer(environment.PASSWORD_PEPPER));
  for (const plugin of [errors, farewell, security, database, feed, presence, passwords, access])
    await app.register(plugin);
  await app.register(validation, options);
  await app.register(egress, options);
  await app.register(housekeeping, options);
  await app.register(openapi);

  for (const domain of [
    storage,
    mail,
    backups,
    telemetry,
    health,
    auth,
    users,
    accessTokens,
    twoFactor,
    config,
    staff,
    shows,
    entries,
    lineup,
    presencePages,
    archive,
    metrics,
    exporting,
    importing,
    webhook,
    demo,
    firstSteps,
    audit,
    events,
  ]) {
    await app.register(domain, options);
  }

  await app.register(pages);
  return app;
}

declare module 'fastify' {
  interface FastifyInstance {
    environment: Environment;
    sealer: Sealer;
  }
}
