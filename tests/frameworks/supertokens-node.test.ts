import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const MODULE = 'supertokens-node/recipe/session'
const HEAD = `import supertokens from 'supertokens-node'; import Session from '${MODULE}';`
const CONFIGURED = 'sessionConfigured supertokens-node proved `init` httpOnly=true* secure=false sameSite=none path=/* domain=.example.com lifetime=8640000s*'
const OPTIONS = `{ cookieSecure: false, cookieSameSite: 'none', cookieDomain: '.example.com', antiCsrf: 'NONE' }`

describe('a configuration', () => {
  const forms = [...formsOfDefault(MODULE).map((form) => ({ ...form, name: `${form.name}.init` })), ...formsOfNamed(MODULE, 'init')]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const events = eventsOf(`${head}; supertokens.init({ recipeList: [${name}(${OPTIONS})] })`)
    expect(events.map((event) => event.replace(/`.*`/, '`init`'))).toEqual([CONFIGURED])
  })

  it.each([
    ['nothing', `Session.init()`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=8640000s*'],
    ['overrides', `Session.init({ override: { functions: (original) => ({ ...original }) } })`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=8640000s*'],
    ['an attribute that there is not', `Session.init({ httpOnly: false })`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=8640000s*'],
    ['a path of its token', `Session.init({ accessTokenPath: '/api' })`, 'httpOnly=true* secure=tls* sameSite=lax* path=/api lifetime=8640000s*'],
    ['options from elsewhere', `Session.init(config)`, 'httpOnly=true* secure=? sameSite=? path=? domain=? partitioned=? lifetime=8640000s*'],
  ])('with %s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} supertokens.init({ recipeList: [${code}] })`)).toEqual([`sessionConfigured supertokens-node proved \`init\` ${expected}`])
  })

  it.each([
    ['another recipe', `import EmailPassword from 'supertokens-node/recipe/emailpassword'; EmailPassword.init({ cookieSecure: false })`],
    ['a page', `import Session from 'supertokens-web-js/recipe/session'; Session.init({ cookieSecure: false })`],
  ])('is not that of %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

describe('a session', () => {
  it.each([
    ['its handle', `await Session.revokeSession(handle)`, 'proved'],
    ['several handles', `await Session.revokeMultipleSessions(handles)`, 'proved'],
    ['its user', `await Session.revokeAllSessionsForUser(userId)`, 'proved'],
    ['itself, as it is asked for', `const session = await Session.getSession(req, res); await session.revokeSession()`, 'proved'],
    ['itself, as it is made', `const session = await Session.createNewSession(req, res, 'public', id); await session.revokeSession()`, 'proved'],
    ['itself, in a request', `app.post('/logout', verifySession(), async (req, res) => { await req.session.revokeSession() })`, 'likely'],
  ])('is ended by %s', (_title, code, certainty) => {
    expect(matchesOf(`${HEAD} ${code}`).filter((match) => match.startsWith('sessionDestroyed'))).toContain(`sessionDestroyed supertokens-node ${certainty}`)
  })

  it('of another library is not ended', () => {
    expect(matchesOf(`import { auth } from './auth.js'; await auth.session.revokeSession()`)).toEqual([])
  })

  it.each([
    ['a new session', `app.post('/login', async (req, res) => { await Session.createNewSession(req, res, 'public', id); res.json({}) })`],
    ['a claim', `app.post('/role', verifySession(), async (req, res) => { await req.session.mergeIntoAccessTokenPayload({ role }) })`],
  ])('%s is no login that keeps an ID', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`).filter((event) => event.startsWith('userLoggedIn'))).toEqual([])
  })
})
