import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const forms = formsOfNamed('@nestjs/core', 'NestFactory').map(({ head, name, title }) => [title, head, name])

it.each(forms)('app.enableCors(options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; const app = await ${name}.create(AppModule); app.enableCors({ origin: true, credentials: true })`)).toEqual(['corsAllowed @nestjs/core proved `true` any by=origin'])
})

it.each(forms)('NestFactory.create(module, options) by %s', (_title, head, name) => {
  expect(eventsOf(`${head}; const app = await ${name}.create(AppModule, { cors: { origin: true, credentials: true } })`)).toEqual(['corsAllowed @nestjs/core proved `true` any by=origin'])
})

it.each([
  ['with an adapter', `await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { cors: { origin: '*', credentials: true } })`, ["corsAllowed @nestjs/core proved `'*'` star by=origin"]],
  ['all defaults', `const app = await NestFactory.create(AppModule, { cors: true }); app.enableCors() // credentials`, []],
  ['another application', `const app = await OtherFactory.create(AppModule); app.enableCors({ origin: true, credentials: true })`, []],
])('%s', (_title, code, expected) => {
  expect(eventsOf(`import { NestFactory } from '@nestjs/core'; ${code}`, { filename: '/nowhere/main.ts' })).toEqual(expected)
})
