import { eventsOf } from '../events-of.js'
import { createProject } from '../project.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('@koa/cors').map(({ head, name, title }) => [title, head, name]))('cors(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.use(${name}({ credentials: true }))`)).toEqual(['corsAllowed @koa/cors proved `true` any by=default'])
})

it.each([
  ['a star', `{ origin: '*', credentials: true }`, ["corsAllowed @koa/cors proved `'*'` any by=origin"]],
  ['the origin of the context', `{ origin: (ctx) => ctx.get('Origin'), credentials: true }`, ['corsAllowed @koa/cors proved `origin` any by=origin']],
  ['the context itself, which is no origin', `{ origin: (ctx) => ctx, credentials: true }`, []],
  ['what it takes for a text', `{ origin: true, credentials: true }`, []],
  ['an expression', `{ origin: /./, credentials: true }`, []],
])('%s', (_title, options, expected) => {
  expect(eventsOf(`import cors from '@koa/cors'; app.use(cors(${options}))`)).toEqual(expected)
})

it.each([
  ['3.4.0', "{ origin: '*', credentials: true }", 'star by=origin'],
  ['^3.4.1', "{ origin: '*', credentials: true }", 'any by=origin'],
  ['3.1.0', '{ credentials: true }', 'any by=default'],
])('version %s with %s', (version, options, expected) => {
  const { folder } = createProject({ 'package.json': JSON.stringify({ dependencies: { '@koa/cors': version } }) })
  const [event] = eventsOf(`import cors from '@koa/cors'; app.use(cors(${options}))`, { filename: `${folder}/server.js` })
  expect(event).toMatch(new RegExp(`${expected}$`))
})
