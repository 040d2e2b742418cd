import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const forms = [...formsOfDefault('@fastify/cors'), ...formsOfNamed('@fastify/cors', 'fastifyCors')]

it.each(forms.map(({ head, name, title }) => [title, head, name]))('app.register(plugin, options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.register(${name}, { origin: true, credentials: true })`)).toEqual(['corsAllowed @fastify/cors proved `true` any by=origin'])
})

it.each([
  ['in a plugin', `export default async function routes(fastify) { await fastify.register(cors, { origin: /./, credentials: true }) }`, ['corsAllowed @fastify/cors proved `/./` any by=origin']],
  ['by an async function', `app.register(cors, { credentials: true, origin: async (origin) => origin })`, ['corsAllowed @fastify/cors proved `origin` any by=origin']],
  ['with the default', `app.register(cors, { credentials: true })`, ['corsAllowed @fastify/cors proved `true` star by=default']],
  ['by a function whose result nobody waits for', `app.register(cors, { credentials: true, origin: (origin) => origin })`, []],
  ['another plugin', `app.register(other, { origin: true, credentials: true })`, []],
])('%s', (_title, code, expected) => {
  expect(eventsOf(`import cors from '@fastify/cors'; ${code}`)).toEqual(expected)
})
