// Measures what the rules cost, and keeps it for docs/performance.md: npm run bench [-- part…]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../eslint-plugin.config.js'
import { renderPerformance } from '../../docs/render-performance.js'
import { sampleOf, withoutSessions, withSessions, type Corpus } from './corpora.js'
import { count, countSets } from './count-corpora.js'
import { circumstances } from './circumstances.js'
import { measureEditor } from './editor.js'
import { keepFindings } from './findings.js'
import { measureGrowth } from './growth.js'
import { measureLinters } from './linters.js'
import { measureMemory } from './memory.js'
import { keep, kept } from './results.js'

const folder = mkdtempSync(join(tmpdir(), 'session-security-bench-'))
const corpora = [withoutSessions(), withSessions(join(folder, 'generated'))]

const files = corpora.flatMap((corpus) => corpus.files)

/** Counting takes a hundred times as long as linting, so for rules alone, of which there are most runs, it is done for every so many files. */
const ofRules = corpora.map((corpus) => sampleOf(corpus, 24))

const PARTS: Readonly<Record<string, () => Promise<void> | void>> = {
  growth: () => keep({ growth: { ...circumstances(), rows: measureGrowth() } }),
  editor: () => keep({ editor: { ...circumstances(), ...measureEditor(folder) } }),
  linters: () => keep({ linters: { ...circumstances(), files: files.length, rows: measureLinters(join(folder, 'project'), files) } }),
  memory: () => keep({ memory: { ...circumstances(), ...measureMemory(corpora[1]?.files ?? []) } }),
  sets: async () => {
    process.env['FINDINGS'] = join(folder, 'findings.json')
    keepFindings(files, process.env['FINDINGS'])
    keep({ sets: { ...circumstances(), corpora: corpora.map(sizeOf), rows: await countSets(corpora) } })
  },
  rules: async () => keep({ rules: { ...circumstances(), corpora: ofRules.map(sizeOf), rows: await count(Object.keys(manifest), ofRules) } }),
}

function sizeOf({ files, lines, name }: Corpus) {
  return { name, files: files.length, lines }
}

const wanted = process.argv.slice(2)

try {
  for (const [part, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(part)) continue
    console.log(`Measuring ${part} …`)
    await measure()
  }
  console.log(Object.values(renderPerformance(kept())).join('\n\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
