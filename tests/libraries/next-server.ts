import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { load } from './installed.js'

/** A method of a route handler, as a file `route.ts` exports it. */
export type RouteHandler = (request: Request) => Promise<Response> | Response

interface Storage {
  run<Result>(store: unknown, callback: () => Result): Result
}

// Next sets up its environment first, as its own server does.
load('next/dist/server/node-environment-baseline')

const { workAsyncStorage } = load('next/dist/server/app-render/work-async-storage.external') as { workAsyncStorage: Storage }
const { workUnitAsyncStorage } = load('next/dist/server/app-render/work-unit-async-storage.external') as { workUnitAsyncStorage: Storage }
const { createRequestStoreForAPI } = load('next/dist/server/async-storage/request-store') as {
  createRequestStoreForAPI(request: Request, url: URL, implicitTags: readonly string[]): { readonly mutableCookies: unknown }
}
const { appendMutableCookies } = load('next/dist/server/web/spec-extension/adapters/request-cookies') as {
  appendMutableCookies(headers: Headers, cookies: unknown): boolean
}
const { NextRequest } = load('next/server') as { NextRequest: typeof Request }
const { apiResolver } = load('next/dist/server/api-utils/node/api-resolver') as {
  apiResolver(...values: readonly unknown[]): Promise<void>
}

/** Calls a route handler with what Next calls it with, and sends what it returns together with the cookies that it set. */
export function answerWithRoute(handler: RouteHandler): RequestListener {
  return (incoming, outgoing) => {
    answer(handler, incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error))
    })
  }
}

async function answer(handler: RouteHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const request = new NextRequest(url, { headers: { cookie: incoming.headers.cookie ?? '' } })
  const store = createRequestStoreForAPI(request, url, [])
  const response = await workAsyncStorage.run({ route: url.pathname }, () => workUnitAsyncStorage.run(store, () => handler(request)))
  const headers = new Headers(response.headers)
  appendMutableCookies(headers, store.mutableCookies)
  outgoing.statusCode = response.status
  for (const [name, value] of headers) outgoing.appendHeader(name, value)
  outgoing.end(await response.text())
}

/** Calls the default export of a file in `pages/api` as Next does. */
export function answerWithPage(handler: (...given: readonly unknown[]) => unknown): RequestListener {
  return (request, response) => {
    void apiResolver(request, response, {}, { default: handler }, { previewModeId: 'a mode of the tests' }, false, false, '/api/page')
  }
}
