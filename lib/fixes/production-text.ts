import { codeText } from '../ast/code-text.js'
import { decide } from '../events/evidence.js'
import type { FileContext } from '../events/file-context.js'
import { isWithoutNode } from '../events/file-kind.js'
import type { SessionFile } from '../events/file.js'
import { SERVERS } from '../events/servers.js'
import type { Framework } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { quoted, styleOf } from './style.js'

/**
 * The code that asks whether a program runs in production, as programs of its kind ask: by the constant of their bundler,
 * else by Node's environment. Undefined where there may be no such thing.
 */
export function productionText({ context }: SessionFile): string | undefined {
  const { filename, sourceCode } = context
  const code = codeText(sourceCode)
  const byNode = `process.env.NODE_ENV === ${quoted('production', styleOf(sourceCode))}`
  // Node runs a configuration as it stands; only programs are bundled.
  if (/\.config\.[cm]?[jt]s$/.test(filename)) return byNode
  const constant = CONSTANTS.find((each) => code.includes(each.replace('!', '')))
  if (constant !== undefined) return constant
  if (/\bimport\.meta\.env\b/.test(code)) return 'import.meta.env.PROD'
  const asked = ASKING.find((framework) => isBundledBy(framework, context))?.production?.code
  if (asked !== undefined) return asked
  return isWithoutNode(context) && !/\bprocess\.env\b/.test(code) ? undefined : byNode
}

const ASKING = frameworks.filter(({ production }) => production !== undefined)

const CONSTANTS = [...new Set(ASKING.flatMap(({ production }) => production?.code ?? []))]

/** Whether the program is one of the framework; a file with another server in it may be run as it stands. */
function isBundledBy(framework: Framework, context: FileContext): boolean {
  const { modules, project } = context
  const packages = framework.production?.packages
  if (packages && ![...packages].some((name) => modules.has(name)) && project.dependencies(packages).size === 0) return false
  if (SERVERS.some((server) => server.framework.name !== framework.name && modules.has(server.framework.name))) return false
  return decide(context, [framework]) !== undefined
}
