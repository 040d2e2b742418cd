import { eventsOf } from '../events-of.js'
import { createProject } from '../project.js'
import { formsOfNamed } from './import-forms.js'

it.each(formsOfNamed('hono/cors', 'cors').map(({ head, name, title }) => [title, head, name]))('cors(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.use('/api/*', ${name}({ origin: (origin) => origin, credentials: true }))`)).toEqual(['corsAllowed hono/cors proved `origin` any by=origin'])
})

it.each([
  ['of npm under Deno', `import { cors } from 'npm:hono@4/cors'`],
  ['of JSR', `import { cors } from 'jsr:@hono/hono/cors'`],
])('by an import %s', (_title, head) => {
  expect(eventsOf(`${head}; app.use(cors({ origin: '*', credentials: true }))`)).toEqual(["corsAllowed hono/cors proved `'*'` star by=origin"])
})

it.each([
  ['4.12.8', 'star'],
  ['^4.12.9', 'any'],
  ['4.12.24', 'any'],
  ['^4.12.25', 'star'],
  ['*', 'star'],
])('a star beside credentials in version %s: %s', (version, passing) => {
  const { folder } = createProject({ 'package.json': JSON.stringify({ dependencies: { hono: version } }) })
  const code = `import { cors } from 'hono/cors'; app.use(cors({ credentials: true }))`
  expect(eventsOf(code, { filename: `${folder}/server.js` })).toEqual([`corsAllowed hono/cors proved \`true\` ${passing} by=default`])
})
