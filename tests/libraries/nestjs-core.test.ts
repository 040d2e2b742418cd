import { nestjsCore } from '../../lib/frameworks/nestjs-core.js'
import type { ExpressApplication } from './applications.js'
import { testCorsFacts } from './cors-facts.js'
import { load, summarise } from './installed.js'
import { runCode } from './run-code.js'
import { serve } from './server.js'

interface NestApplication {
  init(): Promise<unknown>
  getHttpAdapter(): { getInstance(): ExpressApplication }
}

interface Core {
  readonly NestFactory: { create(module: object, options: object): Promise<NestApplication> }
}

load('reflect-metadata')
const common = load('@nestjs/common') as Readonly<Record<'Controller' | 'Get', () => (...target: readonly unknown[]) => void>>
const { NestFactory } = load('@nestjs/core') as Core
const { ExpressAdapter } = load('@nestjs/platform-express') as { readonly ExpressAdapter: new () => object }

class Controller {
  answer(): string {
    return 'hello'
  }
}
common.Controller()(Controller)
common.Get()(Controller.prototype, 'answer', Object.getOwnPropertyDescriptor(Controller.prototype, 'answer'))
const module = { module: Controller, controllers: [Controller] }

summarise('@nestjs/core', 'lets other sites pass as the table says, on express')

describe.each(nestjsCore.signatures)('$text', ({ root, roles, text }) => {
  testCorsFacts({
    folder: '@nestjs/core',
    facts: nestjsCore.cors,
    async serve(options) {
      const app = await made(options)
      await app.init()
      return serve(app.getHttpAdapter().getInstance())
    },
  })

  async function made(options: object): Promise<NestApplication> {
    const given = roles.options === 'options.cors' ? { cors: options, logger: false } : options
    if (root === 'NestFactory') return (await runCode(text, { NestFactory }, { module, adapter: new ExpressAdapter(), options: given })) as NestApplication
    const app = await NestFactory.create(module, { logger: false })
    runCode(text, { app }, { options: given })
    return app
  }
})
