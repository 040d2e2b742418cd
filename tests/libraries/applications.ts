import type http from 'node:http'
import type { RequestListener } from 'node:http'
import { load } from './installed.js'
import type { Handed } from './run-code.js'

/** Answers a path; what it returns is sent as JSON, unless it has answered by itself. */
export type Handler = (handed: Handed) => unknown

/** By their paths. */
export type Handlers = Readonly<Record<string, Handler>>

type Next = (error?: unknown) => void

interface ExpressResponse {
  readonly headersSent: boolean
  json(value: unknown): void
}

export interface ExpressApplication extends RequestListener {
  use(middleware: unknown): void
  set(setting: string, value: unknown): void
  get(path: string, ...handlers: readonly unknown[]): void
}

export interface KoaApplication {
  keys: readonly string[]
  silent: boolean
  proxy: boolean
  /** What it makes its objects from. */
  readonly context: object
  readonly request: object
  readonly response: object
  readonly middleware: unknown[]
  use(middleware: unknown): void
  callback(): RequestListener
}

export interface FastifyApplication {
  register(plugin: unknown, options?: unknown): PromiseLike<unknown>
  get(path: string, handler: (request: unknown, reply: unknown) => unknown): void
  ready(): PromiseLike<unknown>
  routing: RequestListener
  setErrorHandler(handler: (...values: readonly unknown[]) => unknown): void
}

export interface HapiToolkit {
  readonly continue: symbol
  response(value?: unknown): HapiResponse
}

export interface HapiResponse {
  header(name: string, value: string): HapiResponse
}

type HapiHandler = (request: HapiRequest, h: HapiToolkit) => unknown

export interface HapiRequest {
  readonly response: HapiResponse
}

export interface HapiApplication {
  readonly listener: http.Server
  register(plugin: unknown): Promise<void>
  route(route: { readonly method: string; readonly path: string; readonly handler: HapiHandler }): void
  ext(event: string, handler: HapiHandler): void
  initialize(): Promise<void>
  stop(): Promise<void>
}

export interface HonoContext {
  get(name: string): unknown
  set(name: string, value: unknown): void
  header(name: string, value: string): void
  json(value: unknown): unknown
  text(text: string): unknown
}

type HonoHandler = (context: HonoContext, next: () => Promise<void>) => unknown

export interface HonoApplication {
  use(path: string, middleware: unknown): void
  get(path: string, handler: HonoHandler): void
  onError(handler: (error: Error, context: HonoContext) => unknown): void
  fetch(request: unknown): unknown
}

export function expressApplication(folder = 'express'): ExpressApplication {
  return (load(folder) as () => ExpressApplication)()
}

export function koaApplication(): KoaApplication {
  const app = new (load('koa') as new () => KoaApplication)()
  app.keys = ['a key of the tests']
  app.silent = true
  return app
}

export function fastifyApplication(folder = 'fastify'): FastifyApplication {
  return (load(folder) as () => FastifyApplication)()
}

export function answerWithNode(handlers: Handlers): RequestListener {
  return (request, response) => {
    handlers[request.url ?? '']?.({ request, response })
    response.end()
  }
}

export function answerWithExpress(app: ExpressApplication, handlers: Handlers): RequestListener {
  for (const [path, handler] of Object.entries(handlers)) {
    app.get(path, async (request: unknown, response: ExpressResponse, next: Next) => {
      try {
        const value = await handler({ request, response, next })
        if (!response.headersSent) response.json(value ?? null)
      } catch (error) {
        next(error)
      }
    })
  }
  return app
}

export function answerWithKoa(app: KoaApplication, handlers: Handlers): RequestListener {
  app.use(async (context: { path: string; body: unknown; request: unknown; response: unknown }) => {
    const value = await handlers[context.path]?.({ context, request: context.request, response: context.response })
    context.body = JSON.stringify(value ?? null)
  })
  return app.callback()
}

export async function answerWithFastify(app: FastifyApplication, handlers: Handlers): Promise<RequestListener> {
  for (const [path, handler] of Object.entries(handlers)) {
    app.get(path, async (request, response) => JSON.stringify((await handler({ request, response })) ?? null))
  }
  await app.ready()
  return (request, response) => {
    app.routing(request, response)
  }
}

export function hapiApplication(options: Readonly<Record<string, unknown>> = {}): HapiApplication {
  const { server } = load('@hapi/hapi') as { server(options: object): HapiApplication }
  return server({ debug: false, ...options })
}

/** Hapi makes a server of its own, whose listener is used without listening. */
export async function answerWithHapi(app: HapiApplication, handlers: Handlers = {}): Promise<RequestListener> {
  for (const [path, handler] of Object.entries(handlers)) {
    app.route({
      method: 'GET',
      path,
      handler: async (request, h) => JSON.stringify((await handler({ request, response: h, router: app })) ?? null),
    })
  }
  await app.initialize()
  onTestFinished(() => app.stop())
  return (request, response) => {
    app.listener.emit('request', request, response)
  }
}

export function honoApplication(): HonoApplication {
  const { Hono } = load('hono') as { readonly Hono: new () => HonoApplication }
  const app = new Hono()
  app.onError((error, context) => {
    void error
    return (context as unknown as { body(text: string, status: number): unknown }).body('It failed.', 500)
  })
  return app
}

/** Hono answers requests as the web has them; its adapter makes a listener of Node of it. */
export function answerWithHono(app: HonoApplication, handlers: Handlers = {}): RequestListener {
  const { getRequestListener } = load('@hono/node-server') as { getRequestListener(fetch: unknown): RequestListener }
  for (const [path, handler] of Object.entries(handlers)) {
    app.get(path, async (context) => context.json((await handler({ context })) ?? null))
  }
  return getRequestListener((request: unknown) => app.fetch(request))
}
