import type { TSESLint } from '@typescript-eslint/utils'
import { createBindings, type Bindings, type Readers } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { createFlow, type Flow } from '../ast/flow.js'
import { instantOf, type Instant } from '../ast/instant.js'
import type { Node } from '../ast/nodes.js'
import { nodesByType, nodesOf } from '../ast/nodes-of.js'
import { createOptionsReader, type OptionsReader } from '../ast/object-options.js'
import { moduleName, packageOf } from '../ast/paths.js'
import { textAt } from '../ast/text-at.js'
import { projectOf, type Project } from './project.js'
import type { Settings } from './settings.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** What every reader of one file shares. */
export interface FileContext {
  readonly sourceCode: SourceCode
  readonly filename: string
  /** Whether the file is TypeScript: by its name, or by a type in it. */
  readonly isTypeScript: boolean
  readonly settings: Settings
  readonly project: Project
  readonly bindings: Bindings
  readonly flow: Flow
  readonly options: OptionsReader
  /** Reads an expression as a point in time. */
  readonly instantOf: (node: Node) => Instant | undefined
  /** The modules that the file names in an import, a `require`, a type or a module declaration, and their packages. */
  readonly modules: ReadonlySet<string>
}

export function createFileContext(
  sourceCode: SourceCode,
  filename: string,
  settings: Settings,
  readers: Readers,
): FileContext {
  const bindings = createBindings(sourceCode, readers)
  return {
    sourceCode,
    filename,
    isTypeScript: hasTypes(sourceCode) || /\.[cm]?tsx?$/.test(filename),
    settings,
    project: projectOf(filename),
    bindings,
    flow: createFlow(sourceCode.visitorKeys, bindings),
    options: createOptionsReader(sourceCode, bindings),
    instantOf: (node) => instantOf(node, sourceCode, bindings),
    modules: modulesIn(sourceCode),
  }
}

function hasTypes(sourceCode: SourceCode): boolean {
  return [...nodesByType(sourceCode).keys()].some((type) => type.startsWith('TS'))
}

/** The modules that a file names, with and without the path inside them, and their packages. */
function modulesIn(sourceCode: SourceCode): ReadonlySet<string> {
  const named = [
    ...modulesInComments(sourceCode),
    ...nodesOf(sourceCode, 'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration').map(({ source }) => source?.value),
    ...nodesOf(sourceCode, 'ImportExpression', 'TSImportType').map(({ source }) => textAt(source)),
    ...nodesOf(sourceCode, 'TSExternalModuleReference').map(({ expression }) => textAt(expression)),
    ...nodesOf(sourceCode, 'TSModuleDeclaration').map(({ id }) => textAt(id)),
    ...callsNamed(sourceCode, (name) => name === 'require').map(({ arguments: [argument], callee }) => (callee.type === 'Identifier' ? textAt(argument) : undefined)),
  ]
  return new Set(named.flatMap((module) => (module === undefined ? [] : [module, moduleName(module), packageOf(moduleName(module))])))
}

/** A comment that is longer is no type. */
const LONGEST_COMMENT = 50_000

/** The modules that types in comments import: `@type {import('./$types').RequestHandler}`, `@import { Handle } from '@sveltejs/kit'`. */
function modulesInComments(sourceCode: SourceCode): readonly string[] {
  const comments = sourceCode.getAllComments().filter(({ type, value }) => type === 'Block' && value.startsWith('*') && value.length <= LONGEST_COMMENT)
  return comments.flatMap(({ value }) => [...value.matchAll(IMPORT_IN_COMMENT)].flatMap(([, asType, asTag]) => asType ?? asTag ?? []))
}

const IMPORT_IN_COMMENT = /\bimport\(['"]([^'"]{1,200})['"]\)|@import\b[^'"]{1,200}['"]([^'"]{1,200})['"]/g
