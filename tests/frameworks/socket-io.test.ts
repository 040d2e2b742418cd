import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const DECLARED = 'cookieWritten socket.io proved `Server` io unknown httpOnly=true* sameSite=lax* path=/* lifetime=45s*'

it.each(formsOfNamed('socket.io', 'Server').map(({ head, name, title }) => [title, head, name]))('a server by %s', (_title, head, name) => {
  const constructor = name.includes('(') ? `(${name})` : name
  const events = eventsOf(`${head}; const io = new ${constructor}(httpServer, { cookie: { name: 'io' } })`)
  expect(events.map((event) => event.replace(/`[^`]*`/, '`Server`'))).toEqual([DECLARED])
})

it.each([
  ['without a server of its own', `import { Server } from 'socket.io'; const io = new Server({ cookie: { name: 'io' } })`, DECLARED],
  ['on a port', `import { Server } from 'socket.io'; const io = new Server(3000, { cookie: { name: 'io' } })`, DECLARED],
  ['without new', `const io = require('socket.io')(httpServer, { cookie: { name: 'io' } })`, DECLARED.replace('`Server`', `\`require('socket.io')\``)],
  ['with attributes', `import { Server } from 'socket.io'; new Server(httpServer, { cookie: { name: 'io', httpOnly: false, sameSite: 'strict', maxAge: 86400 } })`, DECLARED.replace('httpOnly=true* sameSite=lax*', 'httpOnly=false sameSite=strict').replace('45s*', '86400s')],
  ['with a constant', `import { Server } from 'socket.io'; const cookie = { name: 'io', httpOnly: false }; new Server(httpServer, { cookie })`, DECLARED.replace('httpOnly=true*', 'httpOnly=false')],
  ['under the name of a session', `import { Server } from 'socket.io'; new Server(httpServer, { cookie: { name: 'sid' } })`, DECLARED.replace('io unknown', 'sid session')],
])('a cookie %s', (_title, code, expected) => {
  expect(eventsOf(code)).toEqual([expected])
})

it.each([
  ['no cookie, as is usual', `import { Server } from 'socket.io'; new Server(httpServer, { cors: { credentials: true } }) // cookie`],
  ['no options', `import { Server } from 'socket.io'; new Server(httpServer) // cookie`],
  ['the usual cookie', `import { Server } from 'socket.io'; new Server(httpServer, { cookie: true })`],
  ['the cookie that is off', `import { Server } from 'socket.io'; new Server(httpServer, { cookie: false })`],
  ['a client', `import { io } from 'socket.io-client'; io(url, { cookie: { name: 'sid', httpOnly: false } })`],
  ['a class of the file', `class Server {} new Server(httpServer, { cookie: { name: 'sid', httpOnly: false } })`],
])('%s is silent', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
