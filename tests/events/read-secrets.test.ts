import { expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'

it.each([
  ['one', '{ secret: one }', 1],
  ['several', '{ secret: [one, two] }', 1],
  ['none', '{}', 0],
  ['what nobody sees', '{ ...options }', undefined],
])('the secrets of a session are %s', (_title, options, count) => {
  const [configured] = sessionFileOf(`import session from 'express-session'; app.use(session(${options}))`).of('sessionConfigured')
  expect(configured?.secrets?.length).toBe(count)
})

it.each([
  ['by what it gives', `() => ({ secret: 'kurt-wagner' })`],
  ['by what it returns', `() => { return { secret: 'kurt-wagner' } }`],
])('a function has a secret of the settings that it makes, %s', (_title, callable) => {
  const secrets = sessionFileOf(`export default registerAs('session', ${callable})`).of('secretWritten')
  expect(secrets.map(({ protects }) => protects)).toEqual(['sessions'])
})
