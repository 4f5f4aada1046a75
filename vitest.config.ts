import { defineConfig } from 'vitest/config';

const onDatabase = {
  globalSetup: './packages/db/src/testing/server.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // The tests wait for PostgreSQL more than they compute.
    maxWorkers: 3,
    projects: [
      { test: { name: 'contract', include: ['packages/contract/src/**/*.test.ts', 'tests/**/*.test.ts'] } },
      { test: { name: 'db', include: ['packages/db/src/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'server', include: ['apps/server/src/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'proof', include: ['proof/src/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'web', include: ['apps/web/src/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          include: ['apps/web/e2e/**/*.test.ts'],
          ...onDatabase,
          globalSetup: [onDatabase.globalSetup, './apps/web/e2e/browser.ts'],
          // A busy machine draws slowly; what is waited for comes, or it is missing.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
