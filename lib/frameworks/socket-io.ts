import { defineFramework, from, signature } from './framework.js'

const MODULE = 'socket.io'

/**
 * The cookie holds the id of the connection, for load balancers; the server never reads it. Its usual name says
 * nothing about sessions, and so do the rules.
 */
const DECLARED = { emits: 'cookieDeclared', name: 'options.cookie.name', cookie: 'options.cookie', given: 'options.cookie.name' } as const

/** https://socket.io/docs/v4/server-options/#cookie */
export const socketIo = defineFramework({
  name: MODULE,
  reference: 'https://socket.io/docs/v4/server-options/#cookie',
  names: { Server: from(MODULE, 'Server'), io: from(MODULE) },
  cookie: {
    defaults: { httpOnly: true, sameSite: 'lax', path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
    // Heartbeats that are missing for `pingInterval` and `pingTimeout` end the connection.
    forgottenAfter: 45,
  },
  signatures: [
    signature('new Server(server, options)', DECLARED),
    signature('new Server(options)', DECLARED),
    signature('io(server, options)', DECLARED),
  ],
})
