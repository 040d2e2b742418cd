// Lints each source that its parent sends, under each of its parsers, and answers with what came of each.
import { readFileSync } from 'node:fs'
import { suspectedCosts } from './costs.js'
import { lint } from './lint.js'
import { nestings, tortureNesting } from './nesting.js'
import { loadParsers, parserNames } from './parsers.js'
import { allowTime } from './watchdog.js'

const ready = loadParsers(parserNames)

process.on('message', async (source) => {
  await ready
  for (const parser of source.parsers) {
    process.send({ begins: parser })
    allowTime()
    process.send({ outcome: outcomeOf(source, parser) })
  }
  process.send({ done: true })
})

function outcomeOf(source, parser) {
  if (source.isNesting) return tortureNesting(nestings.find(({ name }) => name === source.name), parser, () => process.send({ found: true }))
  const text = source.text ?? readFileSync(source.filename, 'utf8')
  const { times, ...outcome } = lint({ ...source, text }, parser)
  return { ...outcome, suspected: times && suspectedCosts({ ...source, text }, parser, times) }
}
