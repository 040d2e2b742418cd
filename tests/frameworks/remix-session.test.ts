import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { createMemorySessionStorage } from '@remix-run/session/memory-storage'; const storage = createMemorySessionStorage();`
const SESSION = 'session=@remix-run/session/server/proved'
const LOGIN = `userLoggedIn @remix-run/session proved \`session.set\` by=program ${SESSION}`
const RENEWED = 'sessionRegenerated @remix-run/session proved `session.regenerateId(true)` completions=1'

const inHandler = (code: string) => `async function answer(request) { const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie'))); ${code} }`

describe('a storage', () => {
  const forms = [
    ...formsOfNamed('@remix-run/session/memory-storage', 'createMemorySessionStorage'),
    ...formsOfNamed('@remix-run/session/fs-storage', 'createFsSessionStorage'),
  ]
  it.each(forms.map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(eventsOf(`${head}; const storage = ${name}('/tmp/sessions'); ${inHandler(`session.set('userId', 1)`)}`)).toEqual([LOGIN])
  })
})

describe('a session', () => {
  it.each([
    ['gets a user', `session.set('userId', user.id)`, [LOGIN]],
    ['gets a user in a new one', `session.regenerateId(true); session.set('userId', user.id)`, [RENEWED, LOGIN]],
    ['gets a user in a new one, while the old record stays', `session.regenerateId(); session.set('userId', user.id)`, [RENEWED.replace('true', ''), LOGIN]],
    ['loses its user', `session.unset('userId')`, [`identityUnset @remix-run/session proved \`session.unset\` ${SESSION}`]],
    ['loses its user for nobody', `session.set('userId', null)`, [`identityUnset @remix-run/session proved \`session.set\` ${SESSION}`]],
    ['is destroyed', `session.destroy()`, ['sessionDestroyed @remix-run/session proved `session.destroy()`']],
    ['gets something else', `session.set('cart', []); session.flash('message', 'Hello')`, []],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(`${HEAD} ${inHandler(code)}`)).toEqual(expected)
  })
})

describe('silence', () => {
  it.each([
    ['sessions in the cookie', `import { createCookieSessionStorage } from '@remix-run/session/cookie-storage'; const storage = createCookieSessionStorage(); ${inHandler(`session.set('userId', 1); session.unset('userId')`)}`],
    ['sessions of a context', `import { Session } from '@remix-run/session'; export async function login({ get }) { const session = get(Session); session.set('userId', 1) }`],
    ['a storage of the file', `function createMemorySessionStorage() {} const storage = createMemorySessionStorage(); ${inHandler(`session.set('userId', 1)`)}`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
