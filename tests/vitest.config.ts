import { configDefaults, defineConfig } from 'vitest/config'

/** These lint texts and keep nothing: many share a process, and ESLint is loaded once for all. */
const LINTED = [...['ast', 'events', 'fixes', 'frameworks', 'rules'].map((folder) => `${folder}/**/*.test.ts`), '{matrix,traps}.test.ts']

export default defineConfig({
  root: import.meta.dirname,
  test: {
    globals: true,
    projects: [
      { extends: true, test: { name: 'lint', include: LINTED, isolate: false } },
      { extends: true, test: { name: 'run', include: ['**/*.test.ts'], exclude: [...configDefaults.exclude, ...LINTED] } },
    ],
  },
})
