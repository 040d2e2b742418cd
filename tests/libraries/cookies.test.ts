import { cookies } from '../../lib/frameworks/cookies.js'
import { answerWithNode } from './applications.js'
import { testCookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { serve } from './server.js'

const Cookies = load('cookies') as {
  new (request: unknown, response: unknown): unknown
  (request: unknown, response: unknown): unknown
}

summarise('cookies', 'cookies as the table says')

testCookieFacts({
  table: cookies,
  make: (root, { request, response }) => (root === 'jar' ? new Cookies(request, response) : Cookies(request, response)),
  serve: (handler) => serve(answerWithNode({ '/': handler })),
})
