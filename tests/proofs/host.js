/**
 * Runs programs in a process of its own. What starts it sets the clock, and is told where each program listens. The
 * libraries are loaded once for all programs.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { pathToFileURL } from 'node:url'

/** How far the clock of the programs is ahead, in milliseconds. */
let ahead = 0
/** The servers of the programs, by their ports. */
const servers = new Map()
/** How many texts were compared in a time that tells nothing. */
let comparisons = 0
/** The last program that is to start. */
let starting = Promise.resolve()

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
      await close(servers.get(message.port))
      servers.delete(message.port)
      return process.send({ type: 'stopped' })
  }
})

/** What the environment tells a program is there while it starts, and for that program alone. */
async function start({ file, settings }) {
  Object.assign(process.env, settings)
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    process.send({ type: 'failed', why: error.stack })
  }
  for (const name of Object.keys(settings)) delete process.env[name]
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

function watchServers() {
  const { listen } = net.Server.prototype
  net.Server.prototype.listen = function (...places) {
    this.once('listening', () => {
      const { port } = this.address()
      servers.set(port, this)
      process.send({ type: 'listening', port })
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
