import { defineConfig } from 'vitest/config'

// Two projects: `offline` needs nothing but the install; `servers` needs real Neo4j and Redis (tests/servers).
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'offline', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.server.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'servers', include: ['tests/**/*.server.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
      },
    ],
  },
})
