import type { HandlerObject } from '../../lib/frameworks/framework.js'
import { koa } from '../../lib/frameworks/koa.js'
import { answerWithKoa, koaApplication, type Handler } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { summarise } from './installed.js'
import { serve, type Site } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

function serveOne(handler: Handler): Promise<Site> {
  return serve(answerWithKoa(koaApplication(), { '/': handler }))
}

summarise('koa', 'cookies, headers and handlers as the table says')

testCookieFacts({ table: koa, serve: serveOne })
testHeaderFacts(koa, serveOne)

const app = koaApplication()
// Koa's objects are made from these.
const prototypes: readonly (readonly [HandlerObject, object])[] = [
  ['context', app.context],
  ['request', app.request],
  ['response', app.response],
]

testServerFacts({
  folder: 'koa',
  table: koa,
  serve(handler) {
    app.middleware.length = 0
    app.use((context: unknown, next: unknown) => handler(context, next))
    return serve(app.callback())
  },
  answer([context], text) {
    Object.assign(context as object, { body: text })
  },
  kindOf: (value) => prototypes.find(([, prototype]) => isMadeFrom(value, prototype))?.[0],
})

function isMadeFrom(value: unknown, prototype: object): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === prototype
}
