import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

const DEFAULTS = 'httpOnly=true* secure=true* sameSite=lax* path=/*'
const PROJECT = 'fixtures/nuxt-auth-utils'

describe('the configuration of Nuxt', () => {
  const inConfig = { filename: fileIn(`${PROJECT}/nuxt.config.ts`) }

  it.each([
    ['with an end', `{ maxAge: 60 * 60 * 24 * 7 }`, `${DEFAULTS} lifetime=604800s`],
    ['without an end', `{ password: '' }`, `${DEFAULTS} lifetime=none`],
    ['with an end that is none', `{ maxAge: 0 }`, `${DEFAULTS} lifetime=endless!`],
    ['with attributes', `{ name: 'shop', cookie: { httpOnly: false, sameSite: 'none' } }`, 'httpOnly=false secure=true* sameSite=none path=/* lifetime=none'],
    ['that nobody can see', `session`, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
  ])('has a session %s', (_title, session, expected) => {
    const code = `export default defineNuxtConfig({ modules: ['nuxt-auth-utils'], runtimeConfig: { session: ${session} } })`
    expect(eventsOf(code, inConfig)).toEqual([`sessionConfigured nuxt-auth-utils proved \`defineNuxtConfig\` ${expected}`])
  })

  it.each(['nuxt/config', 'nuxt'])('may be made by the function of %s', (module) => {
    const code = `import { defineNuxtConfig } from '${module}'; export default defineNuxtConfig({ runtimeConfig: { session: { maxAge: 60 } } })`
    expect(eventsOf(code, inConfig)).toEqual([`sessionConfigured nuxt-auth-utils proved \`defineNuxtConfig\` ${DEFAULTS} lifetime=60s`])
  })

  it.each([
    ['that is not written', `export default defineNuxtConfig({ modules: ['nuxt-auth-utils'], runtimeConfig: { public: { session: {} } } })`, `${PROJECT}/nuxt.config.ts`],
    ['of another module', `export default defineNuxtConfig({ runtimeConfig: { session: { password: '' } } })`, 'fixtures/nuxt/nuxt.config.ts'],
  ])('says nothing about a session %s', (_title, code, path) => {
    expect(eventsOf(code, { filename: fileIn(path) })).toEqual([])
  })
})

describe('a session', () => {
  const inServer = { filename: fileIn(`${PROJECT}/server/api/login.post.ts`) }

  it.each([
    ['setUserSession(event, data)', `await setUserSession(event, { user })`, 'sessionWritten nuxt-auth-utils proved value={ user }'],
    ['setUserSession(event, data, config)', `await setUserSession(event, { user }, { maxAge: 60 })`, 'sessionWritten nuxt-auth-utils proved value={ user }'],
    ['replaceUserSession(event, data)', `await replaceUserSession(event, { user })`, 'sessionWritten nuxt-auth-utils proved value={ user }'],
    ['clearUserSession(event)', `await clearUserSession(event)`, 'sessionDestroyed nuxt-auth-utils proved'],
  ])('by %s', (_title, statement, expected) => {
    const code = `export default defineEventHandler(async (event) => { ${statement} })`
    expect(matchesOf(`// session\n${code}`, inServer)).toEqual([expected])
    const [name] = /\w+UserSession/.exec(statement) ?? []
    expect(matchesOf(`import { ${name} } from '#imports'; ${code}`, { filename: '/nowhere/file.ts' })).toEqual([expected])
  })

  it.each([
    ['in a project without the package', `setUserSession(event, { user })`, 'fixtures/nuxt/server/api/login.ts'],
    ['in a component', `setUserSession(event, { user })`, `${PROJECT}/components/login.ts`],
    ['of the file', `async function setUserSession() {} setUserSession(event, { user })`, `${PROJECT}/server/api/login.ts`],
    ['of another module', `import { setUserSession } from '~/server/session'; setUserSession(event, { user })`, `${PROJECT}/server/api/login.ts`],
  ])('there is none %s', (_title, code, path) => {
    expect(matchesOf(code, { filename: fileIn(path) })).toEqual([])
  })
})
