import { createServer } from 'node:http'
import worker from './worker.js'

/** Calls the worker as its platform does. */
createServer(async (req, res) => {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
  const answer = await worker.fetch(new Request(`http://${req.headers.host}${req.url}`, { method: req.method, headers: req.headers, body }))
  res.statusCode = answer.status
  res.setHeaders(new Map([...answer.headers].filter(([name]) => name !== 'set-cookie')))
  res.setHeader('set-cookie', answer.headers.getSetCookie())
  res.end(await answer.text())
}).listen(process.env.PORT, '127.0.0.1')
