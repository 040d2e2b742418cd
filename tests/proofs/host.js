/**
 * Runs programs in a process of its own. What starts it sets the clock, and is told where each program listens. The
 * libraries are loaded once for all programs.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { pathToFileURL } from 'node:url'

/** How far the clock of the programs is ahead, in milliseconds. */
let ahead = 0
/** The servers of the programs, by their ports. */
const servers = new Map()
/** The environment of this process, and those of the programs: of each one that has started before another, which is the first to stop. */
const environments = [{ ...process.env }]
/** How many texts were compared in a time that tells nothing. */
let comparisons = 0
/** The last program that is to start. */
let starting = Promise.resolve()
/** TLS without a certificate, which nobody would look at. */
const ANONYMOUS = { ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2', noDelay: true }

watchClock()
watchServers()
watchComparisons()
process.on('disconnect', () => process.exit())
process.on('message', async (message) => {
  switch (message.type) {
    case 'start':
      if (servers.size === 0) ahead = 0
      starting = starting.then(() => start(message))
      return starting
    case 'pass':
      ahead += message.milliseconds
      return process.send({ type: 'passed' })
    case 'count':
      return process.send({ type: 'counted', comparisons })
    case 'stop':
      await Promise.all(servers.get(message.port).map(close))
      servers.delete(message.port)
      leaveEnvironment()
      return process.send({ type: 'stopped' })
  }
})

/** Each program has an environment of its own, until it stops. */
async function start({ file, settings }) {
  environments.push({ ...environments[0], ...settings })
  useEnvironment()
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    leaveEnvironment()
    process.send({ type: 'failed', why: error.stack })
  }
}

function leaveEnvironment() {
  environments.pop()
  useEnvironment()
}

function useEnvironment() {
  const environment = environments.at(-1)
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
}

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
        const { port } = this.address()
        servers.set(port, [this, secure])
        process.send({ type: 'listening', port, securePort: secure.address().port })
      })
      listen.call(secure, 0, '127.0.0.1')
    })
    return listen.apply(this, places)
  }
}

function watchComparisons() {
  const { timingSafeEqual } = crypto
  crypto.timingSafeEqual = (...texts) => {
    comparisons += 1
    return timingSafeEqual(...texts)
  }
  syncBuiltinESMExports()
}

function close(server) {
  return new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections?.()
  })
}
