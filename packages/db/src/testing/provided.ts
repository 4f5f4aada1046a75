import type { ConnectionParts } from '../connection.ts';

/** What the global set-up hands to the tests. */
declare module 'vitest' {
  interface ProvidedContext {
    testServer: ConnectionParts;
    testTemplate: string;
  }
}
