import { eventsOf } from '../events-of.js'

const HEAD = `import Fastify from 'fastify'; const app = Fastify();`

it.each([
  ['reply.header', `reply.header('set-cookie', \`sid=\${id}\`)`],
  ['reply.header in a chain', `reply.code(200).header('Set-Cookie', \`sid=\${id}; HttpOnly\`).send()`],
  ['reply.header with several', `reply.header('set-cookie', [\`sid=\${id}\`])`],
  ['reply.headers', `reply.headers({ 'Set-Cookie': \`sid=\${id}\` })`],
  ["Node's response", `reply.raw.setHeader('Set-Cookie', \`sid=\${id}\`)`],
  ["Node's response with a status", `reply.raw.writeHead(200, { 'Set-Cookie': \`sid=\${id}\` })`],
])('a header by %s', (_title, statement) => {
  const [event, ...others] = eventsOf(`${HEAD} app.get('/', (request, reply) => { ${statement} })`)
  expect(event).toMatch(/^cookieWritten (?:fastify|node:http) proved `.*` sid session (?:httpOnly=true )?lifetime=none$/)
  expect(others).toEqual([])
})

it.each([
  ['another header', `reply.header('content-type', 'a=b')`],
  ['a header of a session library', `reply.header('set-cookie', await commitSession(session))`],
  ['headers that nobody can see', `reply.headers(headers)`],
  ["the request's headers", `request.headers.cookie = 'sid=1'`],
])('%s is silent', (_title, statement) => {
  expect(eventsOf(`${HEAD} app.get('/', async (request, reply) => { ${statement} })`)).toEqual([])
})
