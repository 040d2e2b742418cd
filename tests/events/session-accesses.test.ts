import { expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

/** Every use of sessions in a handler: kind, property, and where it stands. */
function accessesIn(body: string, parameters = 'req, res, next', head = ''): string[] {
  const file = sessionFileOf(`import express from 'express'\nimport session from 'express-session'\nconst app = express()\n${head}\napp.get('/', async (${parameters}) => { ${body} })`)
  const text = file.context.sourceCode.getText.bind(file.context.sourceCode)
  return file.sessionAccesses.map(({ kind, node, property, session }) => [kind, property ?? '-', text(node as never), ...(text(session as never) === 'req.session' ? [] : [`of ${text(session as never)}`])].join(' '))
}

it.each([
  ['a property is read', 'a(req.session.user)', ['read user req.session.user']],
  ['a property is read that may be missing', 'a(req.session?.user?.id)', ['read user req.session?.user']],
  ['a property is read whose name nobody knows', 'a(req.session[name])', ['read - req.session[name]']],
  ['a property is read by a method', `a(req.session.get('user'))`, [`read user req.session.get`]],
  ['a property is written by a method', `req.session.set('user', a)`, [`write user req.session.set`]],
  ['a method is called', 'req.session.save(next)', ['call save req.session.save']],
  ['a method is called that may be missing', 'req.session?.save()', ['call save req.session?.save']],
  ['a property is written', 'req.session.user = a', ['write user req.session.user']],
  ['a property is deleted', 'delete req.session.user', ['write user req.session.user']],
  ['a property is turned round', 'a(!req.session.user)', ['read user req.session.user']],
  ['a property is written to something', 'a.user = req.session.user', ['read user req.session.user']],
  ['a property of a property is written', 'req.session.cart.items = a', ['read cart req.session.cart']],
  ['properties are taken out', 'const { user, cart } = req.session; a(user, cart)', ['read user req.session']],
  ['the rest is taken out', 'const { ...all } = req.session; a(all)', ['read - req.session']],
  ['the session is given away', 'a(req.session)', ['whole - req.session']],
  ['the session is replaced', 'req.session = null', ['replace - req.session']],
  ['the session is deleted', 'delete req.session', ['replace - req.session']],
  ['the session is asked', 'if (!req.session) a()', ['whole - req.session']],
  ['the session is filled', 'Object.assign(req.session, { user })', ['merge - req.session']],
  ['the session fills something', 'Object.assign(a, req.session)', ['whole - req.session']],
  ['the session is filled by something else', 'Object.freeze(req.session); assign(req.session, a)', ['whole - req.session', 'whole - req.session']],
  ['the session finds something', 'a[req.session]', ['whole - req.session']],
  ['a name for the session is read', 'const own = req.session; a(own.user)', ['whole - req.session', 'read user own.user of own']],
  ['a name for the session goes into an object', 'const own = req.session; a({ own })', ['whole - req.session', 'whole - own of own']],
  ['a name for the session is given a name', 'const own = req.session; const other = own; a(other)', ['whole - req.session', 'whole - own of own', 'whole - other of other']],
  ['a name for the session is returned', 'const own = req.session; return own', ['whole - req.session']],
  ['the session of something else is none', 'a(other.session.user)', []],
])('%s', (_title, body, expected) => {
  expect(accessesIn(body)).toEqual(expected)
})

it('the session is taken out where it is handed in', () => {
  expect(accessesIn('a(session.user)', '{ session }, res')).toEqual(['read user session.user of session'])
})

it('a function that needs no import gives the session', () => {
  const file = sessionFileOf('export default defineEventHandler(async (event) => { const session = await useSession(event, options); return session.data.user })', { filename: fileIn('fixtures/nitro/server/api/me.get.ts') })
  expect(file.sessionAccesses.map(({ kind, property }) => `${kind} ${property ?? '-'}`)).toEqual(['read data'])
})
