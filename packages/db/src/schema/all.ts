/** Every table, for drizzle-kit and for the type of a database handle. */
export * from './access-tokens.ts';
export * from './archive.ts';
export * from './auth.ts';
export * from './config.ts';
export * from './demo.ts';
export * from './entries.ts';
export * from './events.ts';
export * from './facts.ts';
export * from './first-steps.ts';
export * from './idempotency.ts';
export * from './mail.ts';
export * from './presences.ts';
export * from './shows.ts';
export * from './staff.ts';
export * from './two-factor.ts';
export * from './users.ts';
export * from './webhook.ts';
