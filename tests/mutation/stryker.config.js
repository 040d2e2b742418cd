/** What `npm run mutate` does: `mutate` says which files. Paths are those of the project. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['dist', 'docs/examples', 'coverage', '**/node_modules', 'tests/libraries', 'tests/proofs', 'tests/programs', 'tests/installed-code*'],
  reporters: ['json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/mutation',
  timeoutMS: 20_000,
  allowEmpty: false,
}
