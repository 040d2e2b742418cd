import { join } from 'node:path'
import { defineConfig } from 'rolldown'

const AUDIT = join('lib', 'audit')

/** The modules that the package exports, and one that they share: to find and open four hundred files takes ten times as long as to read them. */
export default defineConfig({
  input: { index: './lib/index.ts', 'audit/command': './lib/audit/command.ts', 'audit/formatter': './lib/audit/formatter.ts' },
  platform: 'node',
  external: /^[^./]/,
  output: {
    dir: 'dist/lib',
    chunkFileNames: ({ name }) => (name === 'plugin' ? 'plugin.js' : 'audit/report.js'),
    comments: false,
    codeSplitting: { groups: [{ name: 'plugin', test: (id) => !id.includes(AUDIT) }] },
  },
})
