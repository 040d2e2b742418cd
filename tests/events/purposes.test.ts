import type { TSESTree } from '@typescript-eslint/utils'
import { functionAround } from '../../lib/ast/nodes.js'
import { nodesIn } from '../ast/probe.js'
import { fileOf } from '../events-of.js'

/** The call `here()` in a file, with the file. */
function read(code: string) {
  const file = fileOf(`${code} // session`)
  if (!file) throw new Error('nothing was read')
  const { sourceCode } = file.context
  const [here] = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && sourceCode.getText(node) === 'here()')
  if (!here) throw new Error('no call of here()')
  return { file, here }
}

it.each([
  ['a declared function', `function logout() { here() }`, ['logout']],
  ['a constant', `const logout = async (req, res) => { here() }`, ['logout']],
  ['a function expression with a name', `app.get('/', function logout() { here() })`, ['logout', '/']],
  ['a wrapped constant', `const logout = asyncHandler(async (req, res) => { here() })`, ['logout']],
  ['exports', `exports.logout = (req, res) => { here() }`, ['logout']],
  ['wrapped exports', `exports.logout = asyncHandler((req, res) => { here() })`, ['logout']],
  ['a method', `class Auth { logout() { here() } }`, ['logout']],
  ['a field', `class Auth { logout = () => { here() } }`, ['logout']],
  ['a property', `export default { logout: () => { here() } }`, ['logout']],
  ['a route', `app.post('/logout', (req, res) => { here() })`, ['/logout']],
  ['a route in a template', 'app.post(`${base}/logout`, (req, res) => { here() })', ['', '/logout']],
  ['several routes', `app.post(['/logout', '/signout'], (req, res) => { here() })`, ['/logout', '/signout']],
  ['a chained route', `router.route('/logout').post((req, res) => { here() })`, ['/logout']],
  ['a full route', `app.route({ method: 'POST', url: '/logout', handler: (request, reply) => { here() } })`, ['handler', '/logout']],
  ['one of several full routes', `server.route([{ path: '/login', handler: (request, h) => {} }, { path: '/logout', handler: (request, h) => { here() } }])`, ['handler', '/logout']],
  ['a full route that is exported', `module.exports = { method: 'POST', path: '/logout', options: { handler: (request, h) => { here() } } }`, ['handler', '/logout']],
  ['a full route of a named handler', `export const routes = [{ path: '/logout', handler: end }]; function end(request, h) { here() }`, ['end', '/logout']],
  ['no route of another object', `visit({ path: '/logout' }, { then: () => { here() } })`, ['then']],
  ['a route of a named handler', `app.post('/leave', end); function end(req, res) { here() }`, ['end', '/leave']],
  ['a route of a wrapped handler', `const end = wrap((req, res) => { here() }); app.post('/leave', end)`, ['end', '/leave']],
  ['a route of a method', `class Auth { constructor() { app.post('/leave', this.end.bind(this)) } end(req, res) { here() } }`, ['end', '/leave']],
  ['a decorator', `class Auth { @Post('logout') end(@Req() req) { here() } }`, ['end', 'logout']],
  ['a decorator of the class', `@Controller('session') class Auth { @Delete() end(@Req() req) { here() } }`, ['end', 'session']],
  ['functions around it', `function logout() { find(() => { here() }) }`, ['logout']],
])('a place is named by %s', (_title, code, expected) => {
  const { file, here } = read(code)
  expect(file.purposes.namesAround(here)).toEqual(expected)
})

it.each([
  ['a middleware', `app.post('/x', requireLogin, (req, res) => { here() })`, ['requireLogin']],
  ['a middleware that is made', `app.post('/x', requireRole('admin'), (req, res) => { here() })`, ['requireRole']],
  ['a list of middlewares', `app.post('/x', [auth.required, validate], (req, res) => { here() })`, ['required', 'validate']],
  ['hooks of a route', `app.get('/x', { preHandler: [app.authenticate], schema: { a } }, (request, reply) => { here() })`, ['authenticate']],
  ['hooks of a full route', `app.route({ url: '/x', onRequest: requireLogin, handler: (request, reply) => { here() }, schema })`, ['requireLogin']],
  ['middlewares of a named handler', `router.post('/x', requireLogin, end); function end(req, res) { here() }`, ['requireLogin']],
  ['a guard', `class A { @UseGuards(AuthGuard) @Post('x') end(@Req() req) { here() } }`, ['require AuthGuard', 'Post']],
  ['a guard of the class', `@UseGuards(AuthGuard) class A { @Post('x') end(@Req() req) { here() } }`, ['Post', 'require AuthGuard']],
  ['nothing behind it', `app.post('/x', (req, res, next) => { here() }, requireLogin)`, []],
  ['nothing', `app.post('/x', (req, res) => { here() })`, []],
])('a handler is registered with %s', (_title, code, expected) => {
  const { file, here } = read(code)
  const callable = functionAround(here)
  expect(callable && file.purposes.registeredWith(callable).middlewares).toEqual(expected)
})

it.each([
  ['from inside to outside', ['here()', 'middle()', 'outer()']],
  ['from outside to inside', ['outer()', 'middle()', 'here()']],
])('functions inside each other are asked for a name %s', (_title, order) => {
  const { file } = read('function login() { outer(); function logout() { middle(); done(() => { here() }) } }')
  const { sourceCode } = file.context
  const calls = nodesIn(sourceCode, (node): node is TSESTree.CallExpression => node.type === 'CallExpression')
  const callOf = (text: string) => calls.find((call) => sourceCode.getText(call) === text) ?? sourceCode.ast
  const isLogout = (name: string) => name === 'logout'
  const isLogin = (name: string) => name === 'login'
  expect(order.map((text) => file.purposes.hasNameAround(callOf(text), isLogout))).toEqual(order.map((text) => text !== 'outer()'))
  expect(order.map((text) => file.purposes.hasNameAround(callOf(text), isLogin))).toEqual([true, true, true])
  expect(file.purposes.hasNameAround(sourceCode.ast, isLogin)).toBe(false)
})
