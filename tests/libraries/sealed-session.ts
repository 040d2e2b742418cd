import type { Framework } from '../../lib/frameworks/framework.js'
import type { Handlers } from './applications.js'
import type { Options } from './cookie-facts.js'
import type { Owner } from './run-code.js'
import type { Site } from './server.js'
import { loginAndVisit, seen, USER } from './session-facts.js'

/** A session of h3, and of what is made with h3. */
export interface SealedSession {
  readonly id: string
  readonly data: Owner
  update(data: Owner): Promise<unknown>
  clear(): Promise<unknown>
}

/** A session as the other tests use one: what is written to it goes into the seal when the handler has ended. */
export function watch(session: SealedSession): { readonly handed: object; readonly written: Map<string, unknown> } {
  const written = new Map<string, unknown>()
  const handed = new Proxy(session, {
    get: (target, property) => (property === 'user' ? target.data.user : Reflect.get(target, property)),
    set: (_target, property, value) => {
      written.set(String(property), value)
      return true
    },
  })
  return { handed, written }
}

/** A logout ends the session of the browser alone: the test of a table that says so. */
export function testCopies(table: Framework, serve: (options: Options, handlers: Handlers) => Promise<Site>): void {
  it('a copy of the cookie stays good after a logout', async () => {
    const logout = ({ context }: { readonly context?: unknown }) => (context as SealedSession).clear().then(() => 'done')
    const visitor = (await serve({}, { ...loginAndVisit(table), '/logout': logout })).visitor()
    await visitor.get('/login')
    const thief = visitor.copy()
    await visitor.get('/logout')
    expect(await seen(thief)).toBe(USER)
  })
}
