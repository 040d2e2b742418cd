/** What `npm run mutate` does: `mutate` says which files. Paths are those of the project. */
export default {
  plugins: ['./tests/mutation/runner.js'],
  testRunner: 'in-process',
  buildCommand: 'tsc --noEmit false --noCheck',
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['dist', 'docs', 'coverage', '**/node_modules', 'tests/libraries', 'tests/installed-code*'],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/mutation',
  timeoutMS: 120_000,
  timeoutFactor: 0,
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  allowEmpty: false,
}
