const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

function sessionIdOf(request) {
  return /(?:^|; )sid=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}

async function login(request) {
  const { name, password } = await request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  const sid = Math.random().toString(36).slice(2)
  sessions.set(sid, name)
  return new Response('Hello', {
    status: 200,
    headers: { 'content-type': 'text/plain', 'set-cookie': `sid=${sid}; path=/; samesite=lax` },
  })
}

function account(request) {
  const name = sessions.get(sessionIdOf(request))
  return name ? new Response(`Hello ${name}`) : new Response('Please log in', { status: 401 })
}

function logout(request) {
  sessions.delete(sessionIdOf(request))
  const response = new Response('Bye')
  response.headers.append('set-cookie', 'sid=; path=/; max-age=0')
  return response
}

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname === '/login') return login(request)
    if (pathname === '/account') return account(request)
    if (pathname === '/logout') return logout(request)
    return new Response('Welcome')
  },
}
