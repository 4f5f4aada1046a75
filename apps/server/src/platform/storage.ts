import type { StorageMeta } from '@monkey-tracker/contract/storage';
import type { ConnectionParts } from '@monkey-tracker/db/connection';

/** Where the data lies, as old clients expect to read it. */
export const storageMetaOf = (parts: ConnectionParts): StorageMeta => ({
  label: 'PostgreSQL v1',
  driver: 'postgres',
  schema: parts.schema,
});
