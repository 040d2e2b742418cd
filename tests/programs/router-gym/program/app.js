const { createCookie, createCookieSessionStorage, redirect } = require('react-router')
const { serve } = require('./serve.js')

const ONE_YEAR = 60 * 60 * 24 * 365

/** What all cookies of the gym have in common. */
const shared = { path: '/' }

const deviceToken = createCookie('device_token', { ...shared, maxAge: ONE_YEAR })
const authCookie = createCookie('auth', { path: '/trainers', secrets: ['gym'] })

const storage = createCookieSessionStorage({
  cookie: {
    name: '__session',
    secrets: [process.env.SESSION_SECRET || 's3cret'],
    httpOnly: false,
    secure: false,
    ...shared,
  },
})

const members = { alice: 'tulips', bob: 'daisies' }
const courses = new Map()

const sessionOf = (request) => storage.getSession(request.headers.get('Cookie'))

const home = {
  loader: () => new Response('The gym'),
}

const login = {
  async action({ request }) {
    const { name, password } = await request.json()
    if (members[name] !== password) return Response.json({ error: 'Wrong name or password' }, { status: 401 })
    const session = await sessionOf(request)
    session.set('userId', name)
    session.set('password', password)
    const headers = new Headers()
    headers.append('Set-Cookie', await storage.commitSession(session))
    headers.append('Set-Cookie', await deviceToken.serialize(Date.now()))
    if (name === 'alice') headers.append('Set-Cookie', await authCookie.serialize({ trainer: name }))
    return redirect('/account', { headers })
  },
}

const account = {
  async loader({ request }) {
    const session = await sessionOf(request)
    const userId = session.get('userId')
    if (!userId) return Response.json({ error: 'Please log in' }, { status: 401 })
    return Response.json({ name: userId, courses: courses.get(userId) ?? [] })
  },
  async action({ request }) {
    const session = await sessionOf(request)
    const userId = session.get('userId')
    if (!userId) return Response.json({ error: 'Please log in' }, { status: 401 })
    const { course } = await request.json()
    courses.set(userId, [...(courses.get(userId) ?? []), course])
    return Response.json(courses.get(userId), { status: 201 })
  },
}

const trainers = {
  async loader({ request }) {
    const auth = await authCookie.parse(request.headers.get('Cookie'))
    return auth?.trainer ? Response.json({ trainer: auth.trainer }) : new Response('Trainers only', { status: 403 })
  },
}

const logout = {
  async action({ request }) {
    const session = await sessionOf(request)
    return redirect('/', { headers: { 'Set-Cookie': await storage.destroySession(session) } })
  },
}

serve({ '/': home, '/login': login, '/account': account, '/trainers': trainers, '/logout': logout })
