import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { codeHas, codeText, textHas } from '../ast/code-text.js'
import { nodesOf } from '../ast/nodes-of.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { onceForEach, onceForFile } from '../ast/once-for-each.js'
import type { Framework } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { runtimes, type Runtime } from '../frameworks/runtimes.js'
import { baseName } from './base-name.js'
import { decide } from './evidence.js'
import { exportedNames } from './exported-names.js'
import type { FileContext } from './file-context.js'
import { importsItself } from './library-exports.js'
import { holdsMadeUpSecrets } from './secret-names.js'
import { SERVERS } from './servers.js'

/** Globals that only a page has. */
const OF_PAGES = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'history', 'cookieStore']

/** Modules of programs that are started with a command, and print what is asked for. */
const OF_COMMANDS = /^(?:commander|@commander-js\/.*|yargs(?:\/.*)?|@oclif\/.*|cac|sade|citty|clipanion|meow|caporal|@caporal\/.*|gluegun|vorpal)$/

/** Globals of runtimes that have the web's own cryptography, and perhaps not Node's. */
const OF_RUNTIMES = ['Deno', 'Bun', 'caches', 'HTMLRewriter', 'WebSocketPair', 'EdgeRuntime']

/** Modules that only a program under Node loads. */
const OF_SERVERS =
  /^(?:node:.*|http|https|http2|fs|fs\/promises|path|crypto|net|tls|os|cluster|util|stream|express|koa|fastify|@fastify\/.*|@koa\/.*|@hapi\/.*|@nestjs\/.*|express-.*|koa-.*|cookie-session|cookie-parser|passport|connect|mongoose|mongodb|redis|ioredis|pg|mysql2?|sequelize|typeorm|knex)$/

/** Modules of programs whose sessions are connections, conversations or runs. */
const OF_OTHER_SESSIONS =
  /^(?:child_process|readline|readline\/promises|worker_threads|inspector|net|ws|socket\.io.*|vscode.*|electron.*|commander|yargs|inquirer|puppeteer.*|playwright.*|chrome-.*|node-pty|xterm.*|ssh2|ai|@ai-sdk\/.*|openai|@anthropic-ai\/.*|langchain|@langchain\/.*|@modelcontextprotocol\/.*|posthog.*|mixpanel.*|@sentry\/.*|@amplitude\/.*|@segment\/.*|@opentelemetry\/.*|rrweb)$/

/** Modules of bots, dialogues, games and editors: they have users, whose sessions are conversations, or logins that another server lets them into. */
const OF_CONVERSATIONS =
  /^(?:vscode|telegraf(?:\/.*)?|grammy|@grammyjs\/.*|node-telegram-bot-api|discord\.js|eris|@slack\/bolt|@line\/bot-sdk|botbuilder.*|@?(?:whiskeysockets\/)?baileys|whatsapp-web\.js|venom-bot|@wppconnect.*|@google-cloud\/dialogflow.*|dialogflow.*|opentok|@opentok\/.*|colyseus.*|@colyseus\/.*)$/

/** Whether a file runs in a page. */
export const isPage = onceForEach(({ modules, settings: { environment }, sourceCode }: FileContext) => {
  if (environment) return environment === 'browser'
  const isOfPage = usesGlobal(sourceCode, OF_PAGES) || directives(sourceCode).includes('use client')
  return isOfPage && ![...modules].some((module) => OF_SERVERS.test(module))
})

/** Whether a file is a command, whose output is what it was asked for. */
export const isCommand = onceForEach(({ modules, sourceCode }: FileContext) => sourceCode.text.startsWith('#!') || [...modules].some((module) => OF_COMMANDS.test(module)))

/** Whether a file runs, or may run, where Node's modules are not: in a page, a worker, under Deno, at an edge. */
export const isWithoutNode = onceForEach((context: FileContext) => {
  const { filename, modules, settings, sourceCode } = context
  if (isPage(context) || usesGlobal(sourceCode, OF_RUNTIMES)) return true
  if (settings.environment === undefined && (/\.(?:vue|svelte|astro)$/.test(filename) || usesLibraryOfPages(context))) return true
  if ([...modules].some((module) => /^(?:npm:|jsr:|https?:|cloudflare:|bun$|bun:|@cloudflare\/|hono\/cloudflare|hono\/deno)/.test(module))) return true
  if (runtimesOf(context).length > 0) return true
  if (isWorker(sourceCode) || isExportedWithoutNode(context) || isServedWithoutNode(context)) return true
  return /\bruntime\s*[:=]\s*['"](?:edge|experimental-edge)['"]/.test(codeText(sourceCode))
})

/** Whether a file may run where neither Node nor the web brings a cryptographic generator. */
export function isWithoutCryptography(context: FileContext): boolean {
  return runtimesOf(context).some(({ cryptographyBy }) => cryptographyBy && !hasPackage(context, cryptographyBy))
}

/** Where a file runs that is none of a server: by what it uses, or by what its project is made for. */
const runtimesOf = onceForEach((context: FileContext): readonly Runtime[] => {
  const { modules, settings, sourceCode } = context
  if (settings.environment === 'server' || [...modules].some((module) => OF_SERVERS.test(module))) return []
  return runtimes.filter(({ globals, packages }) => usesGlobal(sourceCode, globals) || hasPackage(context, packages))
})

/** Whether a file runs under Deno, which has the variables of the environment in an object of its own. */
export const isOfDeno = onceForEach(({ modules, sourceCode }: FileContext) => {
  return usesGlobal(sourceCode, ['Deno']) || [...modules].some((module) => /^(?:npm:|jsr:|https:\/\/deno\.land\/)/.test(module))
})

/** Whether a file runs under Bun. */
export const isOfBun = onceForEach(({ modules, sourceCode }: FileContext) => {
  return usesGlobal(sourceCode, ['Bun']) || [...modules].some((module) => /^bun(?::|$)/.test(module))
})

/** `export default { fetch(request) {…} }`: what workers and other runtimes call, and Node does not. */
function isWorker({ ast }: Readonly<TSESLint.SourceCode>): boolean {
  return ast.body.some((statement) => {
    const exported = statement.type === 'ExportDefaultDeclaration' ? unwrap(statement.declaration) : undefined
    return exported?.type === 'ObjectExpression' && exported.properties.some((property) => property.type === 'Property' && propertyName(property) === 'fetch')
  })
}

/** Whether a server runs what the file exports where Node may not be: `middleware.ts`. */
function isExportedWithoutNode(context: FileContext): boolean {
  const filename = context.filename.replaceAll('\\', '/')
  return SERVERS.some(
    ({ facts, framework }) =>
      facts.exports?.some(({ files, withoutNode }) => withoutNode === true && files.test(filename)) === true && decide(context, [framework]) !== undefined,
  )
}

/** Whether the server of a file runs in many places, and this one may be another than Node. */
function isServedWithoutNode(context: FileContext): boolean {
  if ([...context.modules].some((module) => OF_SERVERS.test(module))) return false
  return SERVERS.some(({ facts: { withoutNode }, framework }) => {
    if (!withoutNode || decide(context, [framework]) === undefined) return false
    return 'where' in withoutNode ? hasPackage(context, withoutNode.where) : !hasPackage(context, withoutNode.unless)
  })
}

/** Whether a file, the settings or the manifest name one of some packages. */
function hasPackage({ modules, project, settings }: FileContext, packages: readonly string[]): boolean {
  return packages.some((name) => modules.has(name) || settings.libraries.includes(name)) || project.dependencies(packages).size > 0
}

/** Whether the environment may be loaded only behind what a module reads when it is loaded. */
export const isEnvironmentLoadedLater = onceForEach((context: FileContext) => hasPackage(context, LOADING_LATER))

const LOADING_LATER = SERVERS.flatMap(({ facts }) => facts.loadsEnvironment ?? [])

/** Whether a file has a library for cookies that works in a page as well: `useCookie`. */
function usesLibraryOfPages(context: FileContext): boolean {
  const { modules } = context
  if ([...modules].some((module) => OF_SERVERS.test(module))) return false
  return LIBRARIES_OF_PAGES.some((framework) => isLoaded(framework, context) || importsItself(context, framework))
}

function isLoaded({ name, packages = [] }: Framework, { modules }: FileContext): boolean {
  return [name, ...packages].some((module) => modules.has(module))
}

const LIBRARIES_OF_PAGES = frameworks.filter(({ signatures }) => signatures.some(({ roles }) => roles.emits === 'browserCookieWritten'))

/** Whether a page that is in the file reads its cookies. */
export function readsCookies({ sourceCode }: FileContext): boolean {
  return /\bdocument\.cookie\b/.test(codeText(sourceCode))
}

/** Whether a file has to do with people who log in. */
export const isAboutUsers = onceForEach((context: FileContext) => isAboutLogins(context) || namesUsers(context))

/** Whether it has to do with how they log in, and not only with who they are. */
export function isAboutLogins({ sourceCode }: FileContext): boolean {
  return textHas(OF_USERS, sourceCode)
}

/** Whether a file speaks of users in its names and texts, and not only in what a page says: `<p>What the user wrote</p>`. */
function namesUsers({ sourceCode }: FileContext): boolean {
  if (!codeHas(['user'], sourceCode)) return false
  return nodesOf(sourceCode, 'Identifier', 'TemplateElement', 'Literal').some((node) => USER.test(textOf(node)) && !isSaid(node))
}

const USER = /\busers?\b/i

function textOf(node: TSESTree.Identifier | TSESTree.Literal | TSESTree.TemplateElement): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'TemplateElement' ? node.value.raw : String(node.value)
}

/** `placeholder="Ask the user"`, and a word for one of those who speak: `{ role: 'user' }`, `['user', 'assistant']`. */
function isSaid(node: Node): boolean {
  if (node.type !== 'Literal') return false
  return node.parent.type === 'JSXAttribute' || (node.value === 'user' && !NAMING.has(node.parent.type))
}

/** What a text names something in: `db.collection('user')`, `event.context['user']`, `import 'user'`. */
const NAMING = new Set(['CallExpression', 'ImportDeclaration', 'MemberExpression', 'NewExpression'])

const OF_USERS = [
  'cookie', 'passw', 'authenti', 'authoriz', 'passport', 'userid', 'user_id',
  'login', 'log-in', 'log_in', 'logout', 'log-out', 'log_out',
  'signin', 'sign-in', 'sign_in', 'signout', 'sign-out', 'sign_out', 'signup', 'sign-up', 'sign_up',
]

/** Whether the sessions of a file are connections, conversations, visits or runs, as far as it shows. */
export const isAboutOtherSessions = onceForEach((context: FileContext) => {
  const name = baseName(context.filename)
  if (/\b(?:analytics|telemetry|track|tracking|tracker|metrics|mocks?|fixtures?|seeds?|debugger|devtools|tokenizer|lexer|parser|hmr|reload|reloader)\b/i.test(name)) return true
  if (textHas(['google-analytics', 'googleanalytics', 'ga_session', 'measurementid', 'measurement_id'], context.sourceCode)) return true
  if (LIBRARIES_OF_SESSIONS.some((framework) => isLoaded(framework, context))) return false
  const modules = [...context.modules]
  if (modules.some((module) => OF_CONVERSATIONS.test(module)) && !textHas(OF_PAGES_WITH_USERS, context.sourceCode)) return true
  return !isAboutUsers(context) && modules.some((module) => OF_OTHER_SESSIONS.test(module))
})

/** What has to do with people who log in to the program itself. */
const OF_PAGES_WITH_USERS = ['cookie', 'passw', 'passport']

const LIBRARIES_OF_SESSIONS = frameworks.filter(({ session }) => session !== undefined)

/** Whether a file is a test, or made to show something: the secrets in it are made up. */
export function isMadeUp({ filename, settings: { environment } }: FileContext): boolean {
  return environment ? environment === 'test' : holdsMadeUpSecrets(filename)
}

function usesGlobal({ scopeManager }: Readonly<TSESLint.SourceCode>, names: readonly string[]): boolean {
  const scope = scopeManager?.globalScope
  if (!scope) return false
  const isUsed = (name: string) => {
    const variable = scope.set.get(name)
    return variable !== undefined && variable.defs.length === 0 && variable.references.length > 0
  }
  return scope.through.some(({ identifier }) => identifier.type === 'Identifier' && names.includes(identifier.name)) || names.some(isUsed)
}

/** Whether pages may call a function, wherever else it is called: it is exported from a file for that, or says so itself. */
export function isServerAction(callable: FunctionNode, { bindings, sourceCode }: FileContext): boolean {
  if (callable.body.type === 'BlockStatement' && directivesIn(callable.body.body).includes('use server')) return true
  return directives(sourceCode).includes('use server') && exportedNames(callable, bindings).length > 0
}

const directives = onceForFile(({ ast }) => directivesIn(ast.body))

function directivesIn(body: readonly Node[]): string[] {
  return body.flatMap((statement) =>
    statement.type === 'ExpressionStatement' ? (statement.directive ?? []) : [],
  )
}
