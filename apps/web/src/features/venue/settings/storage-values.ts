import {
  type Connection,
  type ConnectionChange,
  connectionChange,
  sslModes,
} from '@monkey-tracker/contract/connection';
import { schemaErrors } from '../../../ui/schema-errors.ts';

/** A connection as its form holds it. */
export interface StorageValues {
  host: string;
  port: string;
  database: string;
  user: string;
  password: string;
  schema: string;
  ssl: string;
  sslCa: string;
}

export const storageValuesOf = (now: Connection): StorageValues => ({
  host: now.host,
  port: String(now.port),
  database: now.database,
  user: now.user,
  password: '',
  schema: now.schema,
  ssl: now.ssl,
  sslCa: '',
});

/** Blank password and certificate say nothing of them. */
export const storageBodyOf = ({
  port,
  password,
  ssl,
  sslCa,
  ...values
}: StorageValues): ConnectionChange => ({
  ...values,
  port: /^\d+$/.test(port.trim()) ? Number(port) : Number.NaN,
  ssl: sslModes.find((mode) => mode === ssl),
  ...(password !== '' && { password }),
  ...(sslCa.trim() !== '' && { sslCa }),
});

export const storageErrors = (values: StorageValues): Record<string, string> =>
  schemaErrors(connectionChange, storageBodyOf(values));
