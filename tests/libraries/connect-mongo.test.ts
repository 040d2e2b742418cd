import { readFileSync } from 'node:fs'
import { connectMongo } from '../../lib/frameworks/connect-mongo.js'
import { summarise } from './installed.js'

/** The driver of the database is not installed, and without it the package can't be loaded: it is read, not run. */
const SOURCE = readFileSync(new URL('./node_modules/connect-mongo/dist/index.cjs', import.meta.url), 'utf8')
const TYPES = readFileSync(new URL('./node_modules/connect-mongo/dist/index.d.cts', import.meta.url), 'utf8')

summarise('connect-mongo', 'read, not run: dist/index.cjs says what the table says')

const { store } = connectMongo

it('with nothing said a record ends when the table says, in seconds', () => {
  expect(SOURCE).toContain(`ttl = ${String(store?.default)},`)
  expect(SOURCE).toMatch(/new Date\(now \+ fallbackTtlSeconds \* 1e3\)/)
})

it.each(Object.entries(store?.options ?? {}))('%s is an option in %s', (option, unit) => {
  expect(unit).toBe('seconds')
  expect(TYPES).toMatch(new RegExp(`\\b${option}\\?: number`))
  expect(SOURCE).toContain(`computeExpires(session, this.options.${option})`)
})

it('the end of the cookie counts before it', () => {
  expect(SOURCE).toContain('if (cookie?.expires) return new Date(cookie.expires)')
})

it('a visit moves the end', () => {
  expect(SOURCE).toMatch(/touch\(sid, session[^]*?updateFields\.expires = computeExpires\(session, this\.options\.ttl\)/)
})

it('records that have expired are not given out, whoever deletes them', () => {
  expect(SOURCE).toMatch(/get\(sid, callback\)[^]*?findOne\(\{[^]*?\$or: \[\{ expires: \{ \$exists: false \} \}, \{ expires: \{ \$gt: [^}]*new Date\(\) \} \}\]/)
})

it('the class is exported by its name and as the default, and makes itself', () => {
  expect(SOURCE).toMatch(/exports\.MongoStore = MongoStore;/)
  expect(SOURCE).toMatch(/var src_default = MongoStore;[^]*exports\.default = src_default;/)
  expect(SOURCE).toMatch(/static create\(options\) \{\s+return new MongoStore\(options\);/)
})
