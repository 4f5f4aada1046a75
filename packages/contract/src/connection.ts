import { z } from 'zod';

/** How a connection is encrypted: not, without or with a check of the server's certificate. */
export const sslModes = ['disable', 'require', 'verify-full'] as const;

// Names of PostgreSQL have at most 63 bytes; a zero byte would end one early.
const name = z
  .string()
  .trim()
  .min(1)
  .max(63)
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  .regex(/^[^\u0000-\u001f\u007f]*$/, { error: 'must not hold control characters' });

/** A host name or an address: no folder of a socket, no port, no numbers that only look like a name. */
const host = z
  .string()
  .trim()
  .max(253)
  .refine((text) => isName(text) || z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success, {
    error: 'must be a host name or an address, such as db.example.org or 10.1.2.3',
  });

const isName = (text: string) =>
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);

/** The connection as administrators see it; the password never. */
export const connection = z.object({
  host: z.string(),
  port: z.int(),
  database: z.string(),
  user: z.string(),
  schema: z.string(),
  ssl: z.string(),
  hasPassword: z.boolean(),
});
export type Connection = z.output<typeof connection>;

/**
 * Another database to work on. What is not named is as usual: the schema `public`, and TLS that verifies
 * unless the host is this machine. Without a password the present one is kept, for the same account on the same host only.
 */
export const connectionChange = z.strictObject({
  host,
  port: z.int().min(1).max(65_535).default(5432),
  database: name,
  user: name,
  password: z
    .string()
    .max(1_000)
    .regex(/^[^\0]*$/, { error: 'must not hold a zero byte' })
    .optional(),
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, { error: 'must be lower case letters, digits and underscores' })
    .default('public'),
  ssl: z.enum(sslModes).optional(),
  /** The certificate of the authority, as PEM text; never the name of a file. */
  sslCa: z
    .string()
    .max(100_000)
    .regex(/^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s-]+-----END CERTIFICATE-----\s*$/, {
      error: 'must be a certificate in PEM, beginning with -----BEGIN CERTIFICATE-----',
    })
    .optional(),
});
export type ConnectionChange = z.output<typeof connectionChange>;
