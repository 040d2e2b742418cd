import { fastifyCookie } from '../../lib/frameworks/fastify-cookie.js'
import { nestjs } from '../../lib/frameworks/nestjs.js'
import type { FastifyApplication } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, loadModule, summarise } from './installed.js'
import type { Owner } from './run-code.js'
import { serve, type Site } from './server.js'
import type { GivenHandler } from './server-facts.js'

type ParameterDecorator = (prototype: object, method: string, index: number) => void
type MethodDecorator = (prototype: object, method: string, descriptor: PropertyDescriptor) => void

interface Common extends Readonly<Record<string, unknown>> {
  Controller(): (controller: unknown) => void
  Get(): MethodDecorator
}

interface NestApplication {
  register(plugin: unknown, options?: object): PromiseLike<unknown>
  init(): Promise<unknown>
  getHttpAdapter(): { getInstance(): FastifyApplication }
}

interface Core {
  readonly NestFactory: { create(module: object, adapter: unknown, options: object): Promise<NestApplication> }
}

load('reflect-metadata')
const common = load('@nestjs/common') as Common
const { NestFactory } = load('@nestjs/core') as Core
const { FastifyAdapter } = (await loadModule('@nestjs/platform-fastify')) as { readonly FastifyAdapter: new () => unknown }

interface Decorator {
  readonly name: string
  readonly options?: object
}

/** A controller with one method, whose parameters have these decorators. */
async function serveController(handler: GivenHandler, decorators: readonly Decorator[]): Promise<Site> {
  class Controller {
    answer(...given: readonly unknown[]): unknown {
      return handler(...given)
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(Controller.prototype, 'answer') ?? {}
  common.Controller()(Controller)
  common.Get()(Controller.prototype, 'answer', descriptor)
  decorators.forEach(({ name, options }, index) => {
    const decorate = common[name] as (options?: object) => ParameterDecorator
    decorate(options)(Controller.prototype, 'answer', index)
  })

  const app = await NestFactory.create({ module: Controller, controllers: [Controller] }, new FastifyAdapter(), { logger: false })
  await app.register(load('@fastify/cookie'))
  await app.register(load('@fastify/session'), { secret: 'a secret of the tests that is long enough' })
  await app.init()
  const instance = app.getHttpAdapter().getInstance()
  await instance.ready()
  return serve((request, response) => {
    instance.routing(request, response)
  })
}

summarise('@nestjs/platform-fastify', 'handlers and cookies as the tables of NestJS and Fastify say')

const PASSED_THROUGH = { name: 'Res', options: { passthrough: true } }

testCookieFacts({
  table: fastifyCookie,
  serve: (handler) =>
    serveController(
      async (request, response) => {
        await handler({ request, response })
        return 'answered'
      },
      [{ name: 'Req' }, PASSED_THROUGH],
    ),
})

const handedOn = Object.entries(nestjs.server?.decorators ?? {}).filter(([, path]) => path !== 'next')

it.each(handedOn)('@%s() gives the %s of Fastify', async (name, path) => {
  let given: readonly unknown[] = []
  const site = await serveController(
    (...values) => {
      given = values
      ;(values[1] as { send(text: string): void }).send('seen')
    },
    [{ name: 'Req' }, { name: 'Res' }, { name }],
  )
  expect((await site.get('/')).text).toBe('seen')

  const [request, response, value] = given
  const [object, member] = path.split('.')
  const owner = object === 'request' ? request : response
  expect(value).toBe(member ? (owner as Owner)[member] : owner)
  expect(owner).toHaveProperty(object === 'request' ? 'cookies' : 'setCookie')
})
