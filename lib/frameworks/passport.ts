import { defineFramework, from, handed, signature } from './framework.js'

const WITHOUT_SESSION = [{ options: 'options', property: 'session', value: false }] as const

/** A strategy whose user goes somewhere else than into the session. */
const ELSEWHERE = [...WITHOUT_SESSION, { options: 'options', property: 'assignProperty' }] as const

/** The strategy `session` only reads who is logged in. With a callback the caller logs in by hand. */
const AUTHENTICATION = {
  unless: ELSEWHERE,
  unlessGiven: 'done',
  unlessIs: { argument: 'strategy', value: 'session' },
  makesMiddleware: true,
} as const

/**
 * https://github.com/jaredhanson/passport/blob/master/CHANGELOG.md#060---2022-05-20
 *
 * Since 0.6 `logIn` and `logOut` regenerate the session; before, they only set and deleted the user.
 */
export const passport = defineFramework({
  name: 'passport',
  reference: 'https://www.passportjs.org/concepts/authentication/login/',
  names: { passport: from('passport'), req: handed('request', 'express') },
  signatures: [
    ...(['req.logIn(user, options?, done?)', 'req.login(user, options?, done?)'] as const).flatMap((text) => [
      signature(text, { emits: 'sessionRegenerated', done: 'done', ends: 'callback', needs: 'done', versions: '>=0.6', unless: WITHOUT_SESSION }),
      signature(text, { emits: 'loginByLibrary', done: 'done', versions: '<0.6', unless: WITHOUT_SESSION }),
    ]),
    signature('passport.authenticate(strategy, options?, done?)', { emits: 'sessionRegenerated', versions: '>=0.6', ...AUTHENTICATION }),
    signature('passport.authenticate(strategy, options?, done?)', { emits: 'loginByLibrary', versions: '<0.6', ...AUTHENTICATION }),
    ...(['req.logOut(options?, done?)', 'req.logout(options?, done?)'] as const).flatMap((text) => [
      signature(text, { emits: 'sessionDestroyed', done: 'done', ends: 'callback', needs: 'done', versions: '>=0.6' }),
      signature(text, { emits: 'logoutByLibrary', versions: '<0.6' }),
    ]),
  ],
})
