const { createCookieSessionStorage, redirect } = require('react-router')
const { serve } = require('./serve.js')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const sessionStorage = createCookieSessionStorage({
  cookie: {
    name: '__session',
    secrets: ['keyboard cat'],
    sameSite: 'lax',
    path: '/',
  },
})

function getSession(request) {
  return sessionStorage.getSession(request.headers.get('Cookie'))
}

const home = {
  loader: () => new Response('Welcome'),
}

const login = {
  async action({ request }) {
    const { name, password } = await request.json()
    if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
    const session = await getSession(request)
    session.set('userId', name)
    return redirect('/account', { headers: { 'Set-Cookie': await sessionStorage.commitSession(session) } })
  },
}

const account = {
  async loader({ request }) {
    const session = await getSession(request)
    const userId = session.get('userId')
    return new Response(userId ? `Hello ${userId}` : 'Please log in', { status: userId ? 200 : 401 })
  },
}

const order = {
  async action({ request }) {
    const userId = (await getSession(request)).get('userId')
    return new Response(userId ? `Ordered by ${userId}` : 'Please log in', { status: userId ? 200 : 401 })
  },
}

const logout = {
  async action({ request }) {
    const session = await getSession(request)
    return redirect('/', { headers: { 'Set-Cookie': await sessionStorage.destroySession(session) } })
  },
}

serve({ '/': home, '/login': login, '/account': account, '/orders': order, '/logout': logout })
