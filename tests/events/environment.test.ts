import type { TSESLint } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { lastName } from '../../lib/ast/last-name.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import { isOfOneEnvironment, isOnlyInDevelopment, variableRead } from '../../lib/events/environment.js'
import { sourceCodeOf } from '../events-of.js'

/** Where the call of `mark` in a program runs: only where it is developed, in another environment only, or everywhere. */
function whereMarked(code: string): string {
  const sourceCode = sourceCodeOf(code)
  const mark = callOf('mark', sourceCode)
  if (isOnlyInDevelopment(mark, sourceCode)) return 'development'
  return isOfOneEnvironment(mark, sourceCode) ? 'one' : 'every'
}

function callOf(name: string, sourceCode: Readonly<TSESLint.SourceCode>): Node {
  return nodesIn(sourceCode).findLast((node) => node.type === 'CallExpression' && lastName(node.callee) === name) ?? sourceCode.ast
}

/** The same for what runs where a condition holds, and for what runs where it doesn't. */
function wheresMarked(condition: string): string[] {
  return [`if (${condition}) mark()`, `if (${condition}) {} else { mark() }`, `${condition} ? mark() : 0`, `(${condition}) && mark()`, `(${condition}) || mark()`].map(whereMarked)
}

describe('a condition asks for production', () => {
  test.each([
    `process.env.NODE_ENV === 'production'`,
    `process.env.NODE_ENV == 'prod'`,
    `'production' === process.env.NODE_ENV`,
    `process.env.NODE_ENV !== 'development'`,
    `process.env.NODE_ENV != 'test'`,
    `import.meta.env.MODE === 'production'`,
    `config.env === 'live'`,
    `app.get('env') === 'production'`,
    'isProduction',
    'isProd()',
    'config.inProduction',
    'import.meta.env.PROD',
    'productionMode',
    'prodEnv',
    'isInProd',
    '!isDev',
    `!(process.env.NODE_ENV === 'test')`,
    'isProduction && isLive === true && isProd || isProduction',
    'isProduction && isProd',
    'isProduction || isStaging',
    'isProduction || !isDevelopment',
    `['production', 'staging'].includes(process.env.NODE_ENV)`,
  ])('%s', (condition) => {
    expect(wheresMarked(condition)).toEqual(['one', 'development', 'one', 'one', 'one'])
  })
})

describe('a condition asks for development', () => {
  test.each([
    'isDev',
    'devel',
    'isLocal',
    'isTestEnv',
    'ci',
    'testing()',
    'localhost',
    'isInDevelopmentMode',
    'DEV',
    'isDev && user',
    'user && isDev',
    'isDev || isTest',
    'isDev ?? isTest',
    `['development', 'test'].includes(process.env.NODE_ENV)`,
    `[, 'test'].includes(process.env.NODE_ENV)`,
  ])('%s', (condition) => {
    expect(wheresMarked(condition)).toEqual(['development', 'one', 'development', 'development', 'one'])
  })
})

describe('a condition asks something else', () => {
  test.each([
    `process.env.NODE_ENV > 'test'`,
    `process.env.NODE_ENV === 'staging'`,
    `process.env.NODE_ENV === environment`,
    `process.env.NODE_ENV === 'reproduction'`,
    `process.env.NODE_ENV === 'production2'`,
    `process.env.NODE_ENV === 'contest'`,
    `process.env.NODE_ENV === 'testament'`,
    `user.role === 'test'`,
    '/^[a-z]+$/.test(name)',
    'pattern.test(req.url)',
    'isProductive',
    'productionUrl',
    'nonProduction',
    'developer',
    'latest',
    'testUser',
    '-isDev',
    'isProduction && user',
    'user && isProduction',
    'isDev || user',
    `['development', 'test'].includes(user.name)`,
    `['development', 'test'].includes()`,
    `['development', 'test'].indexOf(process.env.NODE_ENV)`,
    'isDev.includes(process.env.NODE_ENV)',
  ])('%s', (condition) => {
    expect(wheresMarked(condition)).toEqual(['every', 'every', 'every', 'every', 'every'])
  })
})

test.each([
  ['inside another decision', 'if (isDev) { if (user) mark(); else other() }', 'development'],
  ['inside a function', 'isDev ? (() => { mark() })() : 0', 'development'],
  ['behind another decision', 'if (user) {} else if (isDev) mark()', 'development'],
  ['in a condition, behind the question', 'if (isDev && mark()) {}', 'development'],
  ['in a condition, behind the other question', 'if (!isDev || mark()) {}', 'one'],
  ['where the other way goes', 'isDev || (() => mark())()', 'one'],
  ['in a decision of its own', 'if (user) mark(); else if (isDev) other()', 'every'],
  ['in the condition itself', 'if (mark() ? isDev : isDev) isDev', 'every'],
  ['in front of the question', 'mark() && isDev', 'every'],
  ['after a decision', 'if (isDev) other(); mark()', 'every'],
])('a call runs %s', (_name, code, where) => {
  expect(whereMarked(code)).toBe(where)
})

describe('a variable of the environment is read', () => {
  test.each([
    'process.env.SECRET',
    `process.env['SECRET']`,
    'import.meta.env.SECRET',
    'Bun.env.SECRET',
    `Deno.env.get('SECRET')`,
    '(process.env as Variables).SECRET!',
  ])('%s', (expression) => {
    expect(variableOf(expression)).toBe('SECRET')
  })

  test.each(['config.env.SECRET', 'process.SECRET', 'process.argv.SECRET', 'env.SECRET', `Deno.env.set('SECRET')`, `Deno.env.get('SECRET', 'x')`, 'Deno.env.get()', `Deno.get('SECRET')`, `get('SECRET')`, 'process.env[name]', 'processes.env.SECRET'])('but not in %s', (expression) => {
    expect(variableOf(expression)).toBeUndefined()
  })
})

function variableOf(expression: string): string | undefined {
  const [statement] = sourceCodeOf(`(${expression})`, { filename: '/nowhere/file.ts' }).ast.body
  return statement?.type === 'ExpressionStatement' ? variableRead(statement.expression) : 'no expression'
}
