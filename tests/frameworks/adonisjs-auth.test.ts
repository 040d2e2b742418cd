import { eventsOf, matchesOf } from '../events-of.js'

/** A controller with one method. */
function controller(parameter: string, body: string): string {
  return `import '@adonisjs/session'; import type { HttpContext } from '@adonisjs/core/http'; export default class SessionController { async store(${parameter}) { ${body} } }`
}

it.each([
  ['a guard by its name', `{ auth }: HttpContext`, `await auth.use('web').login(user)`],
  ['the guard of the project', `{ auth }: HttpContext`, `await auth.use().login(user)`],
  ['a guard in a constant', `{ auth }: HttpContext`, `const guard = auth.use('web'); await guard.login(user)`],
  ['a guard of the context', `ctx: HttpContext`, `await ctx.auth.use('web').login(user, true)`],
  ['a guard by a variable', `{ auth }: HttpContext`, `await auth.use(name).login(user, !!request.input('remember'))`],
])('%s renews the session at login', (_title, parameter, body) => {
  expect(matchesOf(controller(parameter, body))).toEqual(['sessionRegenerated @adonisjs/auth proved'])
})

it('a guard only forgets the user at logout', () => {
  expect(eventsOf(controller('{ auth }: HttpContext', `await auth.use('web').logout()`))).toEqual([
    'identityUnset @adonisjs/auth proved `auth.use(\'web\').logout` session=@adonisjs/session/unknown/proved',
  ])
})

it.each([
  ['a token', `{ auth }: HttpContext`, `await auth.use('api').createToken(user)`],
  ['an authentication', `{ auth }: HttpContext`, `await auth.use('web').authenticate(); await auth.check()`],
  ['something else that logs in', `{ auth }: HttpContext`, `await ldap.use('web').login(user)`],
])('%s is no login', (_title, parameter, body) => {
  expect(matchesOf(controller(parameter, body))).toEqual([])
})
