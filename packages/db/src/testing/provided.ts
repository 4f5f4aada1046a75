import type { ConnectionParts } from '../connection.ts';

/** What the global set-up hands to the tests. */
declare module 'vitest' {
  interface ProvidedContext {
    testServer: ConnectionParts;
    /** What follows `create database …`: copies the migrated template, as files where the server can. */
    testTemplate: string;
  }
}
