import { defineConfig } from 'vitest/config'

/** The tests that say which mutants survive: those that run in a second or two, and reach everything. */
export default defineConfig({
  test: { globals: true, dir: 'tests', include: ['ast', 'events', 'fixes', 'frameworks', 'rules'].map((folder) => `tests/${folder}/**/*.test.ts`) },
})
