import { defineConfig } from 'vitest/config'

// Two projects: `offline` needs nothing but the install; `servers` needs real Neo4j and Redis, which it starts itself.
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'offline',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.server.test.ts'],
          globalSetup: 'tests/servers/left-out.ts',
          // Generous: many tests open stores on disk, on machines that are busy with other suites.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['tests/**/*.server.test.ts'],
          globalSetup: 'tests/servers/global-setup.ts',
          // One Neo4j, one database: suites take turns.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
