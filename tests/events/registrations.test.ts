import { expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'

it.each([
  ['is registered', 'app.register(routes)'],
  ['is named before it is registered', 'console.log(routes); app.register(routes)'],
])('a plugin that %s has its routes', (_title, use) => {
  const code = `import Fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = Fastify()
async function routes(instance) {
  instance.post('/start', async (one, two) => { two.setCookie('sid', id) })
}
${use}`
  expect(sessionFileOf(code).of('cookieWritten')).toHaveLength(1)
})
