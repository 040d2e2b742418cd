// Programs nested as deep as ESLint gets with a rule that does nothing: found by bisection for each shape and parser.
import { lint, modesOf, parses } from './lint.js'

/** What stands before and after, once for each level, and the most levels where there is no end to what these cost. */
const EXPRESSIONS = {
  arguments: ['f(', ')'],
  callees: ['', '()'],
  'calls of members': ['', '.then(f)'],
  callbacks: ['f((error, value) => ', ')'],
  members: ['', '.a'],
  'optional members': ['', '?.a'],
  elements: ['', '[0]'],
  indices: ['a[', ']'],
  parentheses: ['(', ')'],
  arrays: ['[', ']'],
  'spread arrays': ['[...', ']'],
  objects: ['{ a: ', ' }'],
  'spread objects': ['{ ...', ' }'],
  'computed keys': ['{ [', ']: 1 }'],
  'arrow functions': ['() => ', ''],
  'async arrow functions': ['async () => await (', ')'],
  'default values': ['(a = ', ') => a'],
  functions: ['function () { return ', ' }'],
  'called functions': ['(() => ', ')()'],
  classes: ['class { static a = ', ' }'],
  'methods of objects': ['{ a() { return ', ' } }'],
  awaits: ['await ', ''],
  'sums from the left': ['', ' + 1'],
  'sums from the right': ['1 + (', ')'],
  'texts from the left': ['', ' + "a"'],
  products: ['', ' * 2'],
  comparisons: ['', ' === 1'],
  'ors from the left': ['', ' || a'],
  'ors from the right': ['a || (', ')'],
  'ands from the left': ['', ' && a'],
  'choices of what is there': ['', ' ?? a'],
  'ternaries after the colon': ['a ? 1 : ', ''],
  'ternaries after the question mark': ['a ? ', ' : 1'],
  'conditions of ternaries': ['(', ' ? 1 : 2)'],
  templates: ['`a${', '}`'],
  'tagged templates': ['a`${', '}`'],
  negations: ['!', ''],
  types: ['typeof ', ''],
  signs: ['- ', ''],
  assignments: ['a = ', ''],
  sequences: ['(a, ', ')'],
  'constructor calls': ['new A(', ')'],
  imports: ['import(', ')'],
  JSON: ['JSON.stringify(', ')'],
  'names of buffers': ['Buffer.from(', ').toString("hex")'],
  assertions: ['', ' as any'],
  'assertions of what is there': ['', '!'],
  satisfactions: ['', ' satisfies any'],
  'elements of JSX': ['<a>{', '}</a>'],
  'attributes of JSX': ['<a b={', '} />'],
}

/** ESLint itself takes twice the memory for each level of these. */
const MOST_FINALS = 14

const STATEMENTS = {
  blocks: ['{ ', ' }'],
  ifs: ['if (a) { ', ' }'],
  'ifs without blocks': ['if (a) ', ''],
  'else ifs': ['if (a) {} else ', ''],
  loops: ['for (const a of b) { ', ' }'],
  whiles: ['while (a) { ', ' }'],
  tries: ['try { ', ' } catch (error) { throw error }'],
  catches: ['try { f() } catch (error) { ', ' }'],
  finals: ['try { f() } finally { ', ' }', MOST_FINALS],
  switches: ['switch (a) { case 1: ', ' }'],
  callbacks: ['f((error) => { ', ' })'],
  'failed callbacks': ['f((error) => { if (error) return g(error); ', ' })'],
  'async callbacks': ['await f(async () => { ', ' })'],
  promises: ['f().then(() => { ', ' })'],
  declarations: ['function a() { ', ' }'],
  'async declarations': ['async function a() { ', ' }'],
  'methods of classes': ['class A { a() { ', ' } }'],
  'static blocks': ['class A { static { ', ' } }'],
  'declared functions': ['const a = () => { ', ' };'],
  namespaces: ['namespace A { ', ' }'],
}

const TYPES = {
  generics: ['A<', '>'],
  tuples: ['[', ']'],
  'types of members': ['{ a: ', ' }'],
  unions: ['', ' | A'],
  conditions: ['A extends B ? ', ' : never'],
  arrays: ['', '[]'],
}

/** Where a deep expression stands: wherever a rule reads one. */
const PLACES = {
  alone: (deep) => `export const own = ${deep}`,
  'a statement': (deep) => `export const token = 1\n;(${deep})`,
  'options of a session': (deep) => `app.use(session(${deep}))`,
  'a secret': (deep) => `app.use(session({ secret: ${deep}, cookie: { maxAge: 1 } }))`,
  'attributes of a cookie': (deep) => `app.use(session({ secret, genid: () => (${deep}), cookie: { maxAge: ${deep}, expires: ${deep}, domain: ${deep}, secure: ${deep} } }))`,
  'a cookie': (deep) => `app.get('/', async (req, res) => { res.cookie(${deep}, ${deep}, { httpOnly: true }) })`,
  'the value of a cookie': (deep) => `app.get('/', async (req, res) => { res.cookie('sid', ${deep}, ${deep}) })`,
  'a header': (deep) => `app.get('/', async (req, res) => { res.setHeader('Set-Cookie', ${deep}); res.redirect(${deep}) })`,
  'a login': (deep) => `app.post('/login', async (req, res) => { if (${deep}) { req.session.userId = ${deep} } })`,
  'the session at a login': (deep) => `app.post('/login', async (req, res) => { const found = ${deep}; req.session = { user: found }; req.session.regenerate(${deep}) })`,
  'a comparison': (deep) => `app.post('/', async (req, res) => { if (req.cookies.token === (${deep})) next(); if (req.cookies.token) console.log(${deep}) })`,
  'a token': (deep) => `const token = jwt.sign(${deep}, ${deep}, { expiresIn: ${deep} }); jwt.verify(token, ${deep}, ${deep})`,
  'an id': (deep) => `const sessionId = ${deep}; sessions.set(sessionId, {}); localStorage.setItem('token', ${deep})`,
  'a route': (deep) => `app.get(${deep}, async (req, res) => { res.clearCookie('connect.sid'); res.json(${deep}) })`,
  'around a session': (_deep, around) => `app.use(${around("session({ secret: 'keyboard cat' })")})`,
  'around a request': (_deep, around) => `app.post('/login', async (req, res) => { (${around('req.session')}).userId = 1; (${around('res')}).cookie('sid', 1); f((${around('req')}).cookies.token) })`,
  'around a login': (_deep, around) => `app.post('/login', async (req, res) => { return ${around('req.session.regenerate(() => { req.session.userId = 1 })')} })`,
}

const HEAD = `import express from 'express'
import session from 'express-session'
import jwt from 'jsonwebtoken'
const app = express()
const sessions = new Map()
`

const STATEMENT = `app.use(session({ secret: 'keyboard cat' }))
app.post('/login', async (req, res, next) => { req.session.userId = req.body.id; res.cookie('sid', req.session.id); next() })
app.post('/logout', (req, res) => { req.session.destroy(); res.clearCookie('connect.sid'); sessions.delete(req.cookies.sid) })
`

/** Within this many levels of the deepest is deep enough. */
const CLOSE = 1.02
const DEEP = 0.95
/** Runs whatever a parser runs for a shape, before it gets deep. */
const FLAT = 3
const DEEPEST = 20_000

export const nestings = [
  ...Object.entries(EXPRESSIONS).flatMap(([shape, levels]) =>
    Object.entries(PLACES).map(([place, program]) => ({ name: `${shape} in ${place}`, shape, sourceAt: expressionAt(levels, program) })),
  ),
  ...Object.entries(STATEMENTS).map(([shape, levels]) => ({
    name: `${shape} around everything`,
    shape,
    most: levels[2],
    sourceAt: (depth) => HEAD + nested(levels, depth, STATEMENT),
  })),
  ...Object.entries(STATEMENTS).map(([shape, levels]) => ({
    name: `${shape} in a login`,
    shape,
    most: levels[2],
    sourceAt: (depth) => `${HEAD}app.post('/login', async (req, res, next) => { ${nested(levels, depth, 'req.session.userId = 1')}; res.cookie('sid', 1) })`,
  })),
  ...Object.entries(TYPES).map(([shape, levels]) => ({
    name: `${shape} of types`,
    shape,
    sourceAt: (depth) => `${HEAD}const token: ${nested(levels, depth, 'Session')} = session(secret as ${nested(levels, depth, 'string')})`,
  })),
]

/** By shape and parser, the depth that was found last: what stands around a shape hardly matters. */
const depths = new Map()

/**
 * Lints a nesting about as deep as a rule that does nothing just succeeds, and half as deep. A little less deep than that,
 * as the same source needs more of the stack in one run and less in the next, and a repair may add a level.
 */
export function tortureNesting({ shape, most, sourceAt }, parser, onFound = () => {}) {
  const filename = parser === 'typescript-eslint' ? '/nested/file.tsx' : '/nested/file.jsx'
  const at = (depth) => ({ filename, text: sourceAt(depth) })
  const mode = modesOf(at(FLAT)).find((each) => parses(each, at(FLAT), parser))
  if (!mode) return { parsed: false, failures: [], findings: 0, repaired: 0 }
  const key = `${shape} ${parser}`
  const deepest = deepestThat((depth) => parses(mode, at(depth), parser), depths.get(key), most)
  depths.set(key, deepest)
  onFound()
  const depth = Math.floor(deepest * DEEP)
  const outcomes = [depth, Math.ceil(depth / 2)].map((levels) => lintAtMost(levels, at, parser))
  return {
    parsed: outcomes.some(({ parsed }) => parsed),
    failures: outcomes.flatMap(({ failures, levels }) => failures.map((failure) => failure.replace(/^(?:throws|does not parse)/, `$& at ${levels} levels:`))),
    findings: outcomes.reduce((sum, { findings }) => sum + findings, 0),
    repaired: outcomes.reduce((sum, { repaired }) => sum + repaired, 0),
  }
}

/** Lints a nesting as deep as told, or as deep as the parser gets this time. */
function lintAtMost(depth, at, parser) {
  let levels = depth
  let outcome = lint(at(levels), parser)
  while (!outcome.parsed && levels > FLAT) {
    levels = Math.floor(levels * DEEP)
    outcome = lint(at(levels), parser)
  }
  return { ...outcome, levels }
}

/** About the greatest depth at which a program succeeds, looked for close to another first. */
function deepestThat(succeeds, near, most = DEEPEST) {
  let [low, high] = [FLAT, most]
  const ask = (depth) => {
    if (succeeds(depth)) low = depth
    else high = depth
  }
  if (near) {
    ask(near)
    const other = Math.round(low === near ? near * CLOSE + 1 : near / CLOSE)
    if (low < other && other < high) ask(other)
  }
  while (high > CLOSE * low + 1) ask(Math.floor((low + high) / 2))
  return low
}

function expressionAt(levels, program) {
  return (depth) => HEAD + program(nested(levels, depth, 'req.body.id'), (core) => nested(levels, depth, core))
}

function nested([before, after], depth, core) {
  return before.repeat(depth) + core + after.repeat(depth)
}
