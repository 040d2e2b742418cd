import { eventsOf } from '../events-of.js'
import { formsOfDefault, formsOfNamed } from './import-forms.js'

const forms = [...formsOfDefault('@fastify/csrf-protection'), ...formsOfNamed('@fastify/csrf-protection', 'fastifyCsrfProtection')]

it.each(forms.map(({ head, name, title }) => [title, head, name]))('app.register(plugin, options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.register(${name}, { sessionPlugin: '@fastify/session' })`)).toEqual(['csrfChecked @fastify/csrf-protection proved `register`'])
})

it('is silent for another plugin', () => {
  expect(eventsOf(`import csrf from './csrf.js'; app.register(csrf, { sessionPlugin })`)).toEqual([])
})
