import { eventsOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('cors').map(({ head, name, title }) => [title, head, name]))('cors(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; app.use(${name}({ origin: true, credentials: true }))`)).toEqual(['corsAllowed cors proved `true` any by=origin'])
})

it.each([
  ['for a route', `app.get('/me', cors({ origin: true, credentials: true }), answer)`, ['corsAllowed cors proved `true` any by=origin']],
  ['for a router', `router.options('*', cors({ origin: '*', credentials: true }))`, ["corsAllowed cors proved `'*'` star by=origin"]],
  ['with the default', `app.use(cors({ credentials: true }))`, ['corsAllowed cors proved `true` star by=default']],
  ['by a function', `app.use(cors({ credentials: true, origin(from, done) { done(null, true) } }))`, ['corsAllowed cors proved `origin` any by=origin']],
  ['with options that are typed', `const options: cors.CorsOptions = { origin: true, credentials: true }; app.use(cors(options))`, ['corsAllowed cors proved `true` any by=origin']],
  ['without options', `app.use(cors()) // credentials`, []],
  ['given to nobody', `const { cors: other } = lib; other({ origin: true, credentials: true })`, []],
])('%s', (_title, code, expected) => {
  expect(eventsOf(`import cors from 'cors'; ${code}`, { filename: '/nowhere/file.ts' })).toEqual(expected)
})
