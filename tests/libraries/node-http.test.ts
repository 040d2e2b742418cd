import type { ServerResponse } from 'node:http'
import { nodeHttp } from '../../lib/frameworks/node-http.js'
import { answerWithNode } from './applications.js'
import { summarise } from './installed.js'
import { serve } from './server.js'
import { testHeaderFacts, testServerFacts } from './server-facts.js'

summarise('node:http', 'headers and handlers as the table says')

testHeaderFacts(nodeHttp, (handler) => serve(answerWithNode({ '/': handler })))
testServerFacts({
  folder: 'node:http',
  table: nodeHttp,
  serve: (handler) => serve((request, response) => void handler(request, response)),
  answer: ([, response], text) => (response as ServerResponse).end(text),
})
