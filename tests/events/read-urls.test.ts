import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { inHandler } from './value-sent.js'

/** The credentials that a program writes into URLs: what, the parameter, and where it stands. */
function exposedIn(code: string): string[] {
  const file = fileOf(code)
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
    ['a token for another server of one’s own', 'res.redirect(`http://localhost/a?access_token=${accessToken}`)', ['token access_token accessToken']],
  ])('%s', (_title, body, expected) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toEqual(expected)
  })

  it.each([
    ['a session under a name that tells nothing', 'res.redirect(`/app?state=${req.sessionID}`)'],
    ['a number of a page', 'res.redirect(`/app?page=${page}&a=${accessToken}`)'],
    ['a token for the server of others', 'fetch(`https://api.example.com/a?access_token=${accessToken}`)'],
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
  ])('no session %s', (_title, body) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toEqual([])
  })

  it.each([
    ['that a function has made', 'const session = await createSession(user); res.redirect(`/app?session_id=${session.id}`)'],
    ['that a function with a verb of its own has made', 'const session = await establishSession(user); res.redirect(`/app?session_id=${session.id}`)'],
    ['that a function has made for a name in the query', 'const session = await login(req.query.name); res.redirect(`/app?session_id=${session.id}`)'],
    ['that is said to be of a user', 'const session = await UserSession.create({ user }); res.redirect(`/app?session_id=${session.id}`)'],
    ['that is called by its user', 'res.redirect(`/app?session_id=${userSession.id}`)'],
    ['under the name of a cookie, from one page to the next', 'res.redirect(`/app?sid=${req.query.sid}`)'],
  ])('but a session %s', (_title, body) => {
    expect(exposedIn(`${LOGIN}${inHandler(body)}`)).toHaveLength(1)
  })

  it('a session only where it is that of a user', () => {
    expect(exposedIn('open(`/logs?session_id=${sessionId}`)')).toEqual([])
    expect(exposedIn('const user = login(); open(`/logs?session_id=${sessionId}`)')).toEqual(['token session_id sessionId'])
  })
})
