import { eventsOf } from '../events-of.js'

/** What ends sessions of express-session that are kept in a store, with no other end than this one. */
export function lifetimeIn(store: string, head = '', cookie = ''): string {
  const code = `import session from 'express-session'; ${head}; app.use(session({ secret, store: ${store}${cookie} }))`
  const [event = '', ...others] = eventsOf(code)
  expect(others).toEqual([])
  return event.replace(/.*lifetime=/, '')
}
