import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One worker per core instead of one less, because tests often wait for PostgreSQL.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['tests/{unit,golden,http,docs}/**/*.test.ts'],
          setupFiles: 'tests/support/property-tests.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        // These tests use a real PostgreSQL: one server for the run, and a new database for each test that needs one.
        test: {
          name: 'service',
          isolate: false,
          include: ['tests/{api,assistants,client,database,start,web}/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          setupFiles: ['tests/support/throw-deprecations.ts', 'tests/support/property-tests.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        // These tests break the service and its surroundings: they kill processes, cut connections and fill disks.
        test: {
          name: 'faults',
          isolate: false,
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          setupFiles: ['tests/support/throw-deprecations.ts', 'tests/support/property-tests.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
