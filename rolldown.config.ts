import { join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const AUDIT = join('lib', 'audit')

/** One letter beyond Latin 1 has V8 keep two bytes for each of all letters: a megabyte more, in every process that loads the plugin. */
const inAscii: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7F]/g, escaped)
  },
}

/** The modules that the package exports, and one that they share: to find and open four hundred files takes ten times as long as to read them. */
export default defineConfig({
  input: { index: './lib/index.ts', 'audit/command': './lib/audit/command.ts', 'audit/formatter': './lib/audit/formatter.ts' },
  platform: 'node',
  external: /^[^./]/,
  plugins: [inAscii],
  output: {
    dir: 'dist/lib',
    chunkFileNames: ({ name }) => (name === 'plugin' ? 'plugin.js' : 'audit/report.js'),
    comments: false,
    codeSplitting: { groups: [{ name: 'plugin', test: (id) => !id.includes(AUDIT) }] },
  },
})

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
