import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One more than the default: tests wait for PostgreSQL as much as they compute.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,golden,http,docs}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        // Against a real PostgreSQL: one server for the run, a database of its own for whoever asks.
        test: {
          name: 'service',
          include: ['tests/{database,api,start,web}/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
