import { Linter } from 'eslint'
import * as espree from 'espree'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defineObserver } from '../../lib/define-rule.js'
import plugin from '../../lib/index.js'
import { application } from './application.js'
import { withoutSessions, withSessions, type FixedSet } from './files.js'

type Parsed = ReturnType<typeof espree.parse>
type Keys = typeof espree.VisitorKeys

interface Visits {
  readonly nodes: number
  /** How often the rules asked for the children of a node. */
  readonly visits: number
  /** Whether the rules read the file, by the walk of ESLint. */
  readonly isRead: boolean
}

const LONGEST_WAY = 1

describe('the rules walk', () => {
  test('next to no file that has no session code', () => {
    const found = withoutSessions.files.map(visitsIn)
    print(withoutSessions, found)
    expect(found.filter(({ isRead }) => isRead).length).toBeLessThanOrEqual(found.length / 10)
  })

  test('only parts of a file that has some, however many rules there are: ESLint has walked it', () => {
    const found = withSessions.files.map(visitsIn)
    print(withSessions, found)
    expect(found.filter((visits) => !visits.isRead || walksOf(visits) > LONGEST_WAY)).toEqual([])
  })

  test('a long file no more often than a short one', () => {
    const [short = 0, long = NaN] = [10, 80].map((handlers) => walksOf(visitsOf(application(handlers))))
    expect(long).toBeLessThan(1.2 * short)
  })
})

function print({ lines, name }: FixedSet, found: readonly Visits[]): void {
  const read = found.filter(({ isRead }) => isRead)
  const walks = read.map((visits) => walksOf(visits).toFixed(1)).sort()
  console.log(`Walks: of ${found.length} ${name} (${lines} lines), ${read.length} are read, and parts of them walked again: ${walks.join(', ')} times their nodes`)
}

function walksOf({ nodes, visits }: Visits): number {
  return visits / nodes
}

function visitsIn(file: string): Visits {
  return visitsOf(readFileSync(file, 'utf8'), `/fixed/${basename(file)}`)
}

/** ESLint walks a file as well, so that is what a run without our rules takes. */
function visitsOf(code: string, filename = '/fixed/application.js'): Visits {
  let isRead = false
  const observer = defineObserver((file) => {
    isRead = file !== undefined
  })
  const alone = lookups(code, filename, {})
  lookups(code, filename, { plugins: { test: { rules: { observer } } }, rules: { 'test/observer': 'error' } })
  const { nodes, visits } = lookups(code, filename, plugin.configs.recommended[0] ?? {})
  return { nodes, visits: visits - alone.visits, isRead }
}

/** Lints with a parser whose visitor keys count how often somebody asks for them: once for each node of a walk. */
function lookups(code: string, filename: string, config: Linter.Config): Omit<Visits, 'isRead'> {
  let visits = 0
  let nodes = 0
  const visitorKeys = new Proxy<Keys>(espree.VisitorKeys, {
    get(target, type) {
      visits += 1
      return Reflect.get(target, type)
    },
  })
  const parser = {
    parseForESLint(text: string, options: object): { ast: Parsed; visitorKeys: Keys } {
      const ast = espree.parse(text, options)
      nodes = countNodes(ast)
      return { ast, visitorKeys }
    },
  }
  const messages = new Linter({ cwd: '/' }).verify(code, [config, { languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } }], filename)
  expect(messages.filter(({ ruleId }) => !ruleId)).toEqual([])
  return { nodes, visits }
}

function countNodes(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countNodes(each), 0)
  if (typeof value !== 'object' || value === null || !('type' in value)) return 0
  const keys: readonly string[] = espree.VisitorKeys[String(value.type)] ?? []
  return keys.reduce((sum, key) => sum + countNodes(Reflect.get(value, key)), 1)
}
