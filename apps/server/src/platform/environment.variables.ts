import { isTimeZone } from '@monkey-tracker/contract/calendar';
import { z } from 'zod';
import { readAllowList } from './egress.rules.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const milliseconds = (byDefault: number) => z.coerce.number().int().min(1).max(3_600_000).default(byDefault);
const connections = (byDefault: number) => z.coerce.number().int().min(0).max(1_000).default(byDefault);

/** Every variable that the server reads, with its bounds and its default. Each also as `NAME_FILE`. */
export const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the server, when that differs: behind a TLS proxy, say. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a http(s) URL' }).optional(),
  /** Addresses of proxies whose forwarded headers are believed, separated by commas; or `true`. */
  TRUST_PROXY: z.string().optional(),
  /** How long a server that is told to stop says so at `/readyz` before it stops taking requests. */
  LEAVE_MS: z.coerce.number().int().min(0).max(10_000).default(0),
  DATA_DIR: z.string().default('./data'),

  DATABASE_URL: z.string().optional(),
  PGHOST: z.string().optional(),
  PGPORT: port.optional(),
  PGUSER: z.string().optional(),
  PGPASSWORD: z.string().optional(),
  PGDATABASE: z.string().optional(),
  POSTGRES_HOST: z.string().optional(),
  POSTGRES_PORT: port.optional(),
  POSTGRES_USER: z.string().optional(),
  POSTGRES_PASSWORD: z.string().optional(),
  POSTGRES_DB: z.string().optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, { error: 'must be lower case letters, digits and underscores' })
    .default('public'),
  DATABASE_POOL_MIN: connections(2),
  DATABASE_POOL_MAX: connections(10).pipe(z.number().min(2, { error: 'must be at least 2' })),
  DATABASE_CONNECT_TIMEOUT_MS: milliseconds(5_000),
  DATABASE_IDLE_TIMEOUT_MS: milliseconds(30_000),
  DATABASE_STATEMENT_TIMEOUT_MS: milliseconds(5_000),
  DATABASE_SLOW_QUERY_MS: milliseconds(1_000),
  DATABASE_SSL: z.enum(['disable', 'require', 'verify-full']).optional(),
  /** File with the certificate authority's PEM. */
  DATABASE_SSL_CA: z.string().optional(),

  JWT_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  /** Mixed into every password hash; a database without it is no use to a thief. */
  PASSWORD_PEPPER: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  /** Both win over the settings that administrators make. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(5_256_000).optional(),
  SESSION_MAX_HOURS: z.coerce.number().int().min(1).max(87_600).optional(),
  ADMIN_EMAIL: z.email({ error: 'must look like name@example.org' }).toLowerCase().optional(),
  ADMIN_PASSWORD: z.string().min(12, { error: 'must have at least 12 characters' }).optional(),

  /** The mail server, as smtp://user:password@host:587 or smtps://…; absent: links are shown to copy. */
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== '', {
      error: 'must look like smtp://user:password@mail.example.org:587',
    })
    .optional(),
  /** The sender of mail; absent: the account of SMTP_URL. */
  MAIL_FROM: z
    .string()
    .max(300)
    .regex(/^[^\r\n]+@[^\r\n]+$/, { error: 'must look like name@example.org' })
    .optional(),

  /** Private receivers that the webhook may reach all the same: host, host:port or address range, by commas. */
  WEBHOOK_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((value, context) => {
      try {
        return readAllowList(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
        return z.NEVER;
      }
    }),
  /** Lets Prometheus read `/metrics`, as a bearer token. */
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  /** Serves `/metrics` on a port of its own, without a token: keep it inside the network. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),

  /** Where backups are kept; absent: below DATA_DIR. */
  BACKUP_DIR: z.string().optional(),
  /** When the daily backup is made, by this machine's clock; absent: 03:30 with the embedded database, else off. */
  BACKUP_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, { error: 'must be a time such as 03:30, or off' })
    .optional(),
  /** How many daily backups stay. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1_000).default(7),

  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The venue's time zone until an administrator sets one. */
  TZ: z.string().refine(isTimeZone, { error: 'must be an IANA name, such as Europe/Berlin' }).optional(),
});
