import type { ConnectionParts } from './connection.ts';
import { MigrationError } from './migration-order.ts';

/** The part of a connection that is to blame. */
export type FaultyPart = 'host' | 'port' | 'user' | 'password' | 'database' | 'schema' | 'ssl';

/** Why a database cannot be worked on: one sentence for the administrator who named it, without a secret or a file. */
export class ProbeFailure extends Error {
  readonly part: FaultyPart;

  constructor(part: FaultyPart, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.part = part;
  }
}

const sentences: Record<string, (parts: ConnectionParts) => [FaultyPart, string]> = {
  ENOTFOUND: ({ host }) => ['host', `The host ${host} cannot be found.`],
  EAI_AGAIN: ({ host }) => ['host', `The host ${host} cannot be found.`],
  ECONNREFUSED: ({ host, port }) => ['port', `Nothing listens on ${host}, port ${port}.`],
  EHOSTUNREACH: ({ host }) => ['host', `${host} cannot be reached.`],
  ENETUNREACH: ({ host }) => ['host', `${host} cannot be reached.`],
  '28P01': () => ['password', 'The account or its password is wrong.'],
  '28000': () => ['user', 'The server does not let this account in.'],
  '3D000': ({ database }) => ['database', `There is no database ${database}.`],
  '42501': () => ['user', 'This account may not use the database.'],
  '42P01': () => ['schema', 'There are no tables of this product.'],
  '53300': () => ['host', 'The server has no connection left.'],
};

/** What an error says of the connection; what the server said itself is not passed on. */
export function failureOf(error: unknown, parts: ConnectionParts): ProbeFailure {
  if (error instanceof ProbeFailure) return error;
  if (error instanceof MigrationError) return new ProbeFailure('schema', error.message, { cause: error });
  // A host with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  const said = first instanceof Error ? first.message : '';
  const known = sentences[code];
  if (known) return new ProbeFailure(...known(parts), { cause: error });
  if (/ssl|tls|certificate|altname/i.test(`${code} ${said}`)) {
    return new ProbeFailure('ssl', sslSentence(said), { cause: error });
  }
  if (/password/i.test(said))
    return new ProbeFailure('password', 'The server asks for a password.', { cause: error });
  return new ProbeFailure('host', `No PostgreSQL answers on ${parts.host}, port ${parts.port}.`, {
    cause: error,
  });
}

const sslSentence = (said: string) =>
  /does not support SSL/i.test(said)
    ? 'The server does not speak TLS.'
    : "The server's certificate cannot be verified. Give the authority's certificate, or choose another mode.";
