import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@shared': path.resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['test/**/*.test.ts'],
    // what functions write down while they are tested tells of nobody
    setupFiles: ['test/support/quietLogs.ts'],
    pool: 'forks',
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 90_000,
    // A test file may have to build the mini-program first.
    hookTimeout: 180_000,
  },
})
