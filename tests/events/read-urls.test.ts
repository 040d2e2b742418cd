import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { inHandler } from './value-sent.js'

/** The credentials that a program writes into URLs: what, the parameter, and where it stands. */
function exposedIn(code: string, filename = '/nowhere/file.ts'): string[] {
  const file = fileOf(code, { filename })
  const exposed = (file?.of('credentialExposed') ?? []).filter(({ where }) => where === 'url')
  return exposed.map(({ node, parameter, what }) => `${what} ${parameter ?? '-'} ${file?.context.sourceCode.getText(node)}`)
}

const LOGIN = `import session from 'express-session'\nconst user = login()\n`

describe('a URL carries', () => {
  it.each([
    ['a token', 'res.redirect(`/app?access_token=${accessToken}`)', ['token access_token accessToken']],
    ['a token behind others', `res.redirect('/app?a=' + a + '&access_token=' + accessToken)`, ['token access_token accessToken']],
    ['a token behind a hash', 'res.redirect(`/app#id_token=${idToken}`)', ['token id_token idToken']],
    ['a session', 'res.redirect(`/app;jsessionid=${req.sessionID}`)', ['id jsessionid req.sessionID']],
    ['a session in its path', 'res.redirect(`/app/${req.sessionID}`)', ['id - req.sessionID']],
    ['a session in the path of a socket', 'open(`wss://localhost/${req.sessionID}`)', ['id - req.sessionID']],
    ['a session in a path behind something', 'res.redirect(`${base}/app/${req.sessionID}`)', ['id - req.sessionID']],
    ['two of them', 'res.redirect(`/app?sid=${req.sessionID}&access_token=${accessToken}`)', ['id sid req.sessionID', 'token access_token accessToken']],
    ['a token by a method', `const url = new URL('/a', base); url.searchParams.set('access_token', accessToken)`, ['token access_token accessToken']],
    ['a token in parameters', `const query = new URLSearchParams(); query.append('access_token', accessToken); res.redirect('/a?' + query)`, ['token access_token accessToken']],
    ['a token in parameters as a text', 'const query = new URLSearchParams(); query.set("access_token", accessToken); res.redirect(`/a?${query.toString()}`)', ['token access_token accessToken']],
    ['a token in parameters of an address', `const query = new URLSearchParams(); query.set('access_token', accessToken); url.search = query`, ['token access_token accessToken']],
    ['a token in parameters that are made with it', 'res.redirect(`/a?${new URLSearchParams({ access_token: accessToken, page })}`)', ['token access_token accessToken']],
    ['a token in parameters that have a name', `const query = new URLSearchParams({ 'access_token': accessToken }); res.redirect('/a?' + query)`, ['token access_token accessToken']],
    ...[
      ['of axios', `axios.get('/api/file', { params: { access_token: accessToken } })`],
      ['of axios, behind a body', `await axios.post('/api/file', body, { params: { access_token: accessToken, page } })`],
      ['of axios, beside its URL', `axios({ method: 'get', url: '/api/file', params: { access_token: accessToken } })`],
      ['of a client of the program', 'this.http.get(`/files/${id}`, { params: { access_token: accessToken } })'],
      ['of Nuxt', `const { data } = await useFetch('/api/file', { query: { access_token: accessToken } })`],
      ['of ky', `ky.get('/api/file', { searchParams: { access_token: accessToken } })`],
      ['of a socket', `io('/', { query: { access_token: accessToken } })`],
      ['of a socket to somewhere', 'io(SOCKET_URL, { query: { access_token: accessToken } })'],
      ['of a page', `router.push({ pathname: '/app', query: { access_token: accessToken } })`],
      ['of a page of Vue', `this.$router.replace({ name: 'app', query: { access_token: accessToken } })`],
      ['that are a text', `fetch('/api/file?' + qs.stringify({ access_token: accessToken }))`],
      ['that are a text of Node', 'res.redirect(`/app?${querystring.stringify({ access_token: accessToken })}`)'],
    ].map(([title = '', body = '']): [string, string, string[]] => [`a token in an object with parameters ${title}`, body, ['token access_token accessToken']]),
    ['a token for another server of one’s own', 'res.redirect(`http://localhost/a?access_token=${accessToken}`)', ['token access_token accessToken']],
    ...[
      ['in a redirect', 'res.redirect(`https://app.example.com/?access_token=${accessToken}`)'],
      ['in a redirect with a status', `res.redirect(302, 'https://app.example.com/?access_token=' + accessToken)`],
      ['in a redirect to a URL', 'return Response.redirect(new URL(`https://app.example.com/?access_token=${accessToken}`))'],
      ['in a header', 'res.writeHead(302, { Location: `https://app.example.com/?access_token=${accessToken}` })'],
      ['in a header that is set', `res.setHeader('Location', \`https://app.example.com/?access_token=\${accessToken}\`)`],
      ['in a header of Lambda', 'const location = `https://app.example.com/?access_token=${accessToken}`; return { statusCode: 302, headers: { location } }'],
      ['in the address of the page', 'window.location.href = `https://app.example.com/?access_token=${accessToken}`'],
      ['in the address of the page, by a method', 'location.replace(`https://app.example.com/?access_token=${accessToken}`)'],
      ['in a name for it', 'const target = ok ? `https://app.example.com/?access_token=${accessToken}` : home; res.redirect(target)'],
    ].map(([title = '', body = '']): [string, string, string[]] => [`a token for a browser that is sent to another host, ${title}`, body, ['token access_token accessToken']]),
  ])('%s', (_title, body, expected) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toEqual(expected)
  })

  it.each([
    ['a session under a name that tells nothing', 'res.redirect(`/app?state=${req.sessionID}`)'],
    ['a number of a page', 'res.redirect(`/app?page=${page}&a=${accessToken}`)'],
    ['a token for the server of others', 'fetch(`https://api.example.com/a?access_token=${accessToken}`)'],
    ['a token for the server of others, in options', 'await axios({ url: `https://api.example.com/a?access_token=${accessToken}` })'],
    ['a token for the server of others, by a name', 'const url = `https://api.example.com/a?access_token=${accessToken}`; const answer = await client.replace(url); res.redirect(answer.next)'],
    ['a token in an object for the server of others', `axios.get('https://graph.example.com/me', { params: { access_token: accessToken } })`],
    ['a token in an object for a server that nobody sees', 'axios.get(`${GRAPH}/me`, { params: { access_token: accessToken } })'],
    ['a token in an object for a function of something else', `graph('/me', { params: { access_token: accessToken } })`],
    ['a token in an object for a socket of others', `io('https://push.example.com', { query: { access_token: accessToken } })`],
    ['a token in an object for a body', `axios.post('/token', qs.stringify({ refresh_token: refreshToken }))`],
    ['a token in JSON', 'const text = `/a?${JSON.stringify({ access_token: accessToken })}`'],
    ['a token in what a page keeps of a link', `router.push({ pathname: '/reset-password', query: { access_token: accessToken } })`],
    ['a token in the body of a request', `axios.post('/api/file', { params: 1, access_token: accessToken })`],
    ['a token that is used once', 'mail(`/reset?access_token=${accessToken}`)'],
    ['a body', 'const body = `grant_type=a&refresh_token=${refreshToken}`'],
    ['a session in a text', 'log(`session ${req.sessionID}`)'],
    ['a session in a text with a slash', 'log(`a/b session ${req.sessionID}`)'],
    ['a token in parameters of a body', `const query = new URLSearchParams(); query.append('refresh_token', refreshToken); fetch('/a', { body: query })`],
    ['a token in parameters of a body, made with it', `fetch('/a', { body: new URLSearchParams({ refresh_token: refreshToken }) })`],
    ['a token in parameters of a request', `const url = new URL('/a', base); url.searchParams.set('access_token', accessToken); await fetch(url)`],
    ['nothing', `url.searchParams.set('access_token', ''); url.searchParams.set('access_token', null)`],
    ['what stands for a token', `url.searchParams.set('access_token', REDACTED)`],
    ['a token that is taken out', `url.searchParams.delete('access_token', accessToken)`],
    ['a token without a value', `url.searchParams.set('access_token')`],
    ['a token under a name that nobody knows', 'url.searchParams.set(name, accessToken)'],
    ['the parameters of something else', `headers.set('access_token', accessToken); new Map().set('access_token', accessToken)`],
    ['the parameters of another class', 'res.redirect(`/a?${new Parameters({ access_token: accessToken })}`)'],
    ['parameters that are only compared', `if (new URLSearchParams({ access_token: accessToken }) === a) next()`],
    ['parameters of which only one is asked for', `const query = new URLSearchParams({ access_token: accessToken }); res.redirect('/a?' + query.get('page'))`],
    ['a template for somebody', 'sql`/a?access_token=${accessToken}`'],
  ])('but not %s', (_title, body) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toEqual([])
  })

  it.each([
    ['that is paid in', 'const session = await stripe.checkout.sessions.retrieve(req.query.session_id); res.redirect(`/orders?session_id=${session.id}`)'],
    ['that is made to be paid in', 'const session = await stripe.checkout.sessions.create({ email: req.user.email }); res.redirect(`/wait?session_id=${session.id}`)'],
    ['that a parameter has brought', 'const { session_id } = req.query; res.redirect(`/cart?session_id=${session_id}`)'],
    ['that a parameter has brought, on the spot', 'res.redirect(`/thanks?session_id=${req.query.session_id}`)'],
    ['that a parameter has brought, as a text', 'res.redirect(`/thanks?session_id=${String(req.query.session_id)}`)'],
    ['that the path has named', 'const session = await Session.findById(req.params.sessionId); res.redirect(`/bookings?sessionId=${session.id}`)'],
    ['that the path has named, in a query', 'const session = await prisma.session.findUnique({ where: { id: req.params.id } }); res.redirect(`/bookings?sessionId=${session.id}`)'],
    ['of a model of something else', 'const found = await ExamSession.create({ student: req.user.id }); res.redirect(`/run?session=${found._id}`)'],
    ['of a class of something else', 'const found = new FocusSession(req.user); res.redirect(`/run?session=${found.id}`)'],
    ['of a function for something else', 'const session = await startExamSession(req.user); res.redirect(`/run?session=${session.id}`)'],
    ['that is called by what it is of', 'res.redirect(`/run?session_id=${quizSession.id}`)'],
    ['whose ID is called so', 'res.redirect(`/run?sessionId=${parkingSessionId}`)'],
    ['in parameters', `const url = new URL('/receipt', base); url.searchParams.set('session_id', checkoutSession.id); res.redirect(url)`],
    ['in parameters that are made with it', 'res.redirect(`/run?${new URLSearchParams({ session: examSession.id })}`)'],
    ['of a model of something else in a database', 'const session = await prisma.gameSession.create({ data }); res.redirect(`/play?session=${session.id}`)'],
    ['on the page of something else', 'res.redirect(`/chat/history?sessionId=${sessionId}`)'],
    ['on the pages of something else', 'res.redirect(`${base}/workouts?session=${session.id}`)'],
    ['on a page that says whose sessions it is about', `const url = new URL('/exam-sessions/run', base); url.searchParams.set('session', session.id); res.redirect(url)`],
    ['on the page of something else, with parameters', 'const query = new URLSearchParams(); query.set("session", session.id); res.redirect(`/game?${query}`)'],
    ['on the page of something else, with parameters in the URL', `const url = new URL('/quiz', base); const query = new URLSearchParams({ a }); query.set('session', session.id); url.search = query.toString()`],
    ['on the page of something else, with parameters that are made with it', `res.redirect('/lobby?' + new URLSearchParams({ session: session.id }))`],
    ['in a path with more in it', 'res.redirect(`/exams/${req.params.id}/question/1?session=${sessionId}`)'],
    ['of an upload', 'res.json({ part: `/uploads/part?sessionId=${sessionId}` })'],
    ['of people at a document', 'res.json({ socket: `${COLLAB_URL}/doc/${id}?sessionId=${sessionId}` })'],
    ['of a call', 'res.redirect(`/call?session=${sessionId}`)'],
    ['of a webinar', 'res.redirect(`/webinar?sessionId=${sessionId}`)'],
    ['that a gateway for phones sends', 'res.send(`<Redirect>/voice/next?sessionId=${req.body.CallSid}</Redirect>`)'],
    ['that is kept by what it is of', 'const sessionId = randomUUID(); examSessions[sessionId] = { user: req.user.id }; res.redirect(`/next?session=${sessionId}`)'],
    ['that is kept by what it is of, in a map', 'const sessionId = randomUUID(); uploadSessions.set(sessionId, { user: req.user.id }); res.redirect(`/next?session=${sessionId}`)'],
    ['whose record says what it is of', 'const sessionId = randomUUID(); sessions.set(sessionId, { quizId, userId, players: {} }); res.redirect(`/next?session=${sessionId}`)'],
    ['whose record says what it is of, in an object', 'const sessionId = randomUUID(); sessions[sessionId] = { userId, gameId }; res.redirect(`/next?session=${sessionId}`)'],
    ['without a user in it', 'const session = { id: randomUUID(), task, steps: [] }; await fetch(`${AGENT_URL}/run?session_id=${session.id}`)'],
    ['that is asked for where something else is', "const session = await (await fetch(`/api/tables/${table}/sessions`, { method: 'POST' })).json(); router.push(`/menu?session=${session.id}`)"],
    ['in a function for something else', 'async function startExamSession() { const session = await begin(); return `/next?session=${session.id}` }'],
    ['that has the type of something else', 'function open(session: GameSession) { res.redirect(`/run?session=${session.id}`) }'],
    ['that has the type of something else, among others', 'function open({ session }: { user: User; session: GameSession | null }) { res.redirect(`/run?session=${session.id}`) }'],
    ['that has the type of something else, in an interface', 'interface Props { readonly session: Readonly<GameSession> }; function open(props: Props & Other) { res.redirect(`/run?session=${props.session.id}`) }'],
    ['that has the type of something else, from a module', 'type Props = { session: db.GameSession }; function open({ session }: Readonly<Props> = none) { res.redirect(`/run?session=${session.id}`) }'],
  ])('no session %s', (_title, body) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toEqual([])
  })

  it.each([
    ['that is kept with its user', 'const sessionId = randomUUID(); sessions.set(sessionId, { userId, createdAt }); res.redirect(`/app?session=${sessionId}`)'],
    ['with a user in it', 'const session = { id: randomUUID(), userId: user.id }; res.redirect(`/app?session_id=${session.id}`)'],
    ['with more in it than anybody sees', 'const session = { id: randomUUID(), ...data }; res.redirect(`/app?session_id=${session.id}`)'],
    ['that a form has brought', 'res.redirect(`/app?session=${req.body.sessionId}`)'],
    ['that is asked for at the login', "const session = await (await fetch('/api/login', { method: 'POST' })).json(); router.push(`/app?session=${session.id}`)"],
    ['that a function has made', 'const session = await createSession(user); res.redirect(`/app?session_id=${session.id}`)'],
    ['that a function with a verb of its own has made', 'const session = await establishSession(user); res.redirect(`/app?session_id=${session.id}`)'],
    ['that a function has made for a name in the query', 'const session = await login(req.query.name); res.redirect(`/app?session_id=${session.id}`)'],
    ['that is said to be of a user', 'const session = await UserSession.create({ user }); res.redirect(`/app?session_id=${session.id}`)'],
    ['that is called by its user', 'res.redirect(`/app?session_id=${userSession.id}`)'],
    ['that has the type of one', 'function open({ session }: { session: UserSession; game: GameSession }) { res.redirect(`/run?session=${session.id}`) }'],
    ['whose type nobody sees', 'function open({ session }: Props) { res.redirect(`/run?session=${session.id}`) }'],
    ['of Express on any page', 'res.redirect(`/chat?sessionId=${req.sessionID}`)'],
    ['under the name of a cookie on any page', 'res.redirect(`/chat?sid=${sid}`)'],
    ['under the name of a cookie, from one page to the next', 'res.redirect(`/app?sid=${req.query.sid}`)'],
  ])('but a session %s', (_title, body) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toHaveLength(1)
  })

  it.each([
    ['a session', `import { useSearchParams } from 'react-router-dom'\nconst [params] = useSearchParams()\nconst sessionId = params.get('session_id')\nconst Page = () => <a href={\`/receipt?session_id=\${sessionId}\`} onClick={logout}>{user.name}</a>`],
    ['a session, by the path', `import { useParams } from 'react-router-dom'\nconst { sessionId } = useParams()\nconst Page = () => <a href={\`/results?session_id=\${sessionId}\`} onClick={logout}>{user.name}</a>`],
    ['a bare token', `import { useSearchParams } from 'next/navigation'\nconst token = useSearchParams().get('token')\nfetch(\`/api/signup?token=\${token}\`)`],
    ['a bare token, in parameters', `const token = new URLSearchParams(location.search).get('token')\nconst url = new URL('/signup', location.href)\nurl.searchParams.set('token', token)`],
    ['a bare token, on the server', inHandler('res.redirect(`/app?token=${req.query.token}`)')],
  ])('nothing that was in a URL before: %s', (_title, code) => {
    expect(exposedIn(code, '/nowhere/file.tsx')).toEqual([])
  })

  it.each([
    ['an access token', `const token = new URLSearchParams(location.hash.slice(1)).get('access_token')\nlocation.href = \`/app?access_token=\${token}\``],
    ['a bare token from elsewhere', `const token = localStorage.getItem('token')\nfetch(\`/api/orders?token=\${token}\`)`],
  ])('but %s', (_title, code) => {
    expect(exposedIn(code)).toHaveLength(1)
  })

  it('a session only where it is that of a user', () => {
    expect(exposedIn('open(`/logs?session_id=${sessionId}`)')).toEqual([])
    expect(exposedIn('const user = login(); open(`/logs?session_id=${sessionId}`)')).toEqual(['token session_id sessionId'])
  })

  it.each([
    ['what a page says', 'const History = ({ sessionId }) => <a href={`/logs?session_id=${sessionId}`}>What the user wrote</a>'],
    ['what a field of a page asks for', 'const History = ({ sessionId }) => <a title="Ask the user" href={`/logs?session_id=${sessionId}`}>Logs</a>'],
    ['one of those who speak', `type Message = { role: 'user' | 'assistant' }; add({ role: 'user', text }); open(\`/logs?session_id=\${sessionId}\`)`],
    ['a comment', '// what the user wrote\nopen(`/logs?session_id=${sessionId}`)'],
    ['a page, which shows the user whatever it is about', `'use client'; const { user } = useUser(); open(\`/logs?session_id=\${sessionId}\`)`],
  ])('no session for %s', (_title, code) => {
    expect(exposedIn(code, '/nowhere/file.tsx')).toEqual([])
  })

  it.each([
    ['a table of users', `db.collection('user'); open(\`/logs?session_id=\${sessionId}\`)`],
    ['a path for users', 'fetch(`/users/${id}`); open(`/logs?session_id=${sessionId}`)'],
    ['a page for logins', `'use client'; const { user } = useLogin(); open(\`/logs?session_id=\${sessionId}\`)`],
  ])('a session beside %s', (_title, code) => {
    expect(exposedIn(code)).toEqual(['token session_id sessionId'])
  })
})
