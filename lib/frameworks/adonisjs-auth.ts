import { defineFramework, handed, signature } from './framework.js'

/** https://docs.adonisjs.com/guides/authentication/session-guard */
export const adonisjsAuth = defineFramework({
  name: '@adonisjs/auth',
  reference: 'https://docs.adonisjs.com/guides/authentication/session-guard',
  names: { ctx: handed('context', '@adonisjs/core') },
  signatures: [
    signature('ctx.auth.use().login(user, remember?)', { emits: 'sessionRegenerated' }),
    // It takes the user out of the session, which keeps its id and everything else.
    signature('ctx.auth.use().logout()', { emits: 'logoutByLibrary' }),
  ],
})
