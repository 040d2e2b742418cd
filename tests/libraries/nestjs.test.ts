import { nestjs } from '../../lib/frameworks/nestjs.js'
import { load, summarise } from './installed.js'
import type { ExpressApplication } from './applications.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import { testServerFacts, type GivenHandler } from './server-facts.js'

type ParameterDecorator = (prototype: object, method: string, index: number) => void
type MethodDecorator = (prototype: object, method: string, descriptor: PropertyDescriptor) => void

interface Common extends Readonly<Record<string, unknown>> {
  Controller(): (controller: unknown) => void
  Get(): MethodDecorator
}

interface NestApplication {
  use(middleware: unknown): void
  init(): Promise<unknown>
  getHttpAdapter(): { getInstance(): ExpressApplication }
}

interface Core {
  readonly NestFactory: { create(module: object, options: object): Promise<NestApplication> }
}

load('reflect-metadata')
const common = load('@nestjs/common') as Common
const { NestFactory } = load('@nestjs/core') as Core
const session = load('express-session') as (options: object) => unknown

/** A controller with one method, whose parameters have these decorators. */
async function serveController(handler: GivenHandler, decorators: readonly string[] = []): Promise<Site> {
  class Controller {
    answer(...given: readonly unknown[]): unknown {
      return handler(...given)
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(Controller.prototype, 'answer') ?? {}
  common.Controller()(Controller)
  common.Get()(Controller.prototype, 'answer', descriptor)
  decorators.forEach((name, index) => {
    const decorate = common[name] as () => ParameterDecorator
    decorate()(Controller.prototype, 'answer', index)
  })

  const app = await NestFactory.create({ module: Controller, controllers: [Controller] }, { logger: false })
  app.use(session({ secret: 'a secret of the tests', resave: false, saveUninitialized: false }))
  await app.init()
  return serve(app.getHttpAdapter().getInstance())
}

summarise('@nestjs/core', 'handlers as the table says, on express')

testServerFacts({
  folder: '@nestjs/core',
  table: nestjs,
  serve: (handler) => serveController(handler),
  answer: (_given, text) => text,
})

it.each(Object.entries(nestjs.server?.decorators ?? {}))('@%s() gives the %s', async (decorator, path) => {
  let given: readonly unknown[] = []
  const site = await serveController(
    (...values) => {
      given = values
      ;(values[1] as { send(text: string): void }).send('seen')
    },
    ['Req', 'Res', decorator],
  )
  expect((await site.get('/')).text).toBe('seen')

  const [request, response, value] = given
  const [object, member] = path.split('.')
  if (object === 'next') expect(value).toBeTypeOf('function')
  else {
    const owner = object === 'request' ? request : response
    expect(value).toBe(member ? (owner as Owner)[member] : owner)
  }
})

it('what a handler returns is not sent where the response is injected', async () => {
  const site = await serveController(
    (response) => {
      ;(response as { send(text: string): void }).send('sent')
      return 'returned'
    },
    ['Res'],
  )
  expect((await site.get('/')).text).toBe('sent')
})
