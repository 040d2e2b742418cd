/**
 * Runs programs in a process of its own, one after the other. What starts it sets the clock, and is told where
 * each program listens. The libraries are loaded once for all programs.
 */
import net from 'node:net'
import tls from 'node:tls'
import { pathToFileURL } from 'node:url'

/** How far the clock of the programs is ahead, in milliseconds. */
let ahead = 0
const servers = new Set()
/** TLS without a certificate, which nobody would look at. */
const ANONYMOUS = { ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2' }

watchClock()
watchServers()
process.on('disconnect', () => process.exit())
process.on('message', async (message) => {
  switch (message.type) {
    case 'start':
      ahead = 0
      Object.assign(process.env, message.settings)
      return import(pathToFileURL(message.file).href).catch((error) => {
        process.send({ type: 'failed', why: error.stack })
      })
    case 'pass':
      ahead += message.milliseconds
      return process.send({ type: 'passed' })
    case 'stop':
      await Promise.all([...servers].map(close))
      servers.clear()
      return process.send({ type: 'stopped' })
  }
})

/** Timers and sockets go by the real time; programs and libraries ask `Date`. */
function watchClock() {
  const { now } = Date
  const later = () => now() + ahead
  globalThis.Date = new Proxy(Date, {
    apply: (date) => new date(later()).toString(),
    construct: (date, parts, target) => Reflect.construct(date, parts.length === 0 ? [later()] : parts, target),
    get: (date, key) => (key === 'now' ? later : Reflect.get(date, key)),
  })
}

/** Each server also takes connections over TLS, at another port. */
function watchServers() {
  const { listen } = net.Server.prototype
  net.Server.prototype.listen = function (...places) {
    this.once('listening', () => {
      const secure = tls.createServer(ANONYMOUS, (socket) => this.emit('connection', socket))
      secure.once('listening', () => {
        servers.add(this).add(secure)
        process.send({ type: 'listening', port: this.address().port, securePort: secure.address().port })
      })
      listen.call(secure, 0, '127.0.0.1')
    })
    return listen.apply(this, places)
  }
}

function close(server) {
  return new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections?.()
  })
}
