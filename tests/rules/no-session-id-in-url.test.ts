import rule from '../../lib/rules/no-session-id-in-url.js'
import { fileIn, ruleTester } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().get('/start', (req, res) => {
  ${statement}
})`

const signing = (body: string) => `import jwt from 'jsonwebtoken'
import express from 'express'
express().get('/start', async (req, res) => { ${body} })`

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'nothing, and what stands in for a token, in odd spellings', code: `url.searchParams.set('access_token', \`\`); url.searchParams.set('access_token', (REDACTED)!)`, filename: fileIn('fixtures/file.ts') },
    { name: 'other parameters', code: inExpress(`res.redirect(\`/login?returnTo=\${req.originalUrl}&page=\${page}&csrf_token=\${token}\`)`) },
    {
      name: 'links that are used once',
      code: `const link = \`https://shop.example.com/reset?token=\${token}\`
const other = base + '/verify-email?access_token=' + token
const magic = \`\${origin}/magic-link?session_token=\${token}\``,
    },
    {
      name: 'OAuth, and the servers of others',
      code: `const url = \`https://accounts.example.com/authorize?code=\${code}&state=\${state}\`
fetch(\`https://graph.example.com/me?access_token=\${accessToken}\`)`,
    },
    {
      name: 'the body of a request',
      code: `const body = new URLSearchParams()
body.set('refresh_token', refreshToken)
fetch(endpoint, { method: 'POST', body })
fetch(endpoint, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }) })
fetch(endpoint, { method: 'POST', body: \`grant_type=refresh_token&refresh_token=\${encodeURIComponent(refreshToken)}\` })`,
    },
    {
      name: 'a request to whatever server, and what stands in for a token',
      code: `const url = new URL(provider.userinfo)
url.searchParams.set('access_token', tokens.access_token)
const answer = await fetch(url)
logged.searchParams.set('access_token', REDACTED_TEXT)`,
    },
    { name: 'the session of a conversation', code: `const url = \`/logs?session_id=\${sessionId}\`; location.href = '/chat?' + new URLSearchParams({ session_id: sessionId })` },
    { name: 'the token of a connection', code: `import WebSocket from 'ws'\nconst socket = new WebSocket(\`/stream?access_token=\${token}\`)` },
    { name: 'a bare token', code: `location.href = \`/app?token=\${token}\`; url.searchParams.set('token', token)` },
    { name: 'a token that is read from a URL, and one that is taken out', code: `const token = url.searchParams.get('access_token'); url.searchParams.delete('access_token'); url.searchParams.set('access_token', '')` },
    { name: 'a map of something', code: `sessions.set('session_id', id); headers.append('access_token', token); new Map().set('sid', id)` },
    { name: 'a text that is no URL', code: inExpress(`res.end('your session is ' + name); log(\`session \${req.sessionID}\`)`) },
    { name: 'a store with a text of its own', code: `function keep(url, token) { const store = new Store(url.searchParams.get('name')); store.set('access_token', token); log(\`kept in \${store}\`) }` },
    { name: 'the body of a request, written later', code: `function load(token) { const options = { method: 'POST' }; options.body = new URLSearchParams({ access_token: token }); return send('/token', options) }` },
    { name: 'a URL that a function of the program fetches', code: `async function load(base, token) { const url = new URL('/orders', base); url.searchParams.set('access_token', token); return fetchJson(url) }` },
    ...[
      ['one file', "const token = jwt.sign({ file: req.params.file }, process.env.KEY, { expiresIn: '5m' }); res.redirect(`/files?token=${token}`)"],
      ['a room, on the spot', "res.redirect('/rooms?access_token=' + jwt.sign({ roomId: req.params.room, fileName, exp }, KEY))"],
      ['a room, in parameters', "const url = new URL('/rooms', base); url.searchParams.set('token', await jwt.sign({ room }, KEY)); res.redirect(url)"],
      ['a download, by its key', "const token = jwt.sign({ ...claims }, process.env.DOWNLOAD_SECRET); res.redirect(`/files?token=${token}`)"],
      ['a share, by its name', "const shareToken = jwt.sign(claims, KEY); res.redirect(`/files?token=${shareToken}`)"],
      ['a link in a mail', "const token = jwt.sign({ id }, KEY); const url = new URL('/login', base); url.searchParams.set('token', token); await mailer.send({ to, html: `<a href=\"${url}\">Log in</a>` })"],
    ].map(([name = '', body = '']) => ({ name: `a token that is signed for ${name}`, code: signing(body), options: [{ bareToken: true }] })),
    ...[
      ['by the path of its URL', "function open(token) { const url = new URL('/reset-password', base); url.searchParams.set('token', token); return url }"],
      ['by a path in other letters', 'function open(token) { return `${base}/resetPassword?token=${token}` }'],
      ['by a path for new passwords', 'function open(token) { return `${base}/new-password/?token=${token}` }'],
      ['by a path that the URL is given later', "function open(token) { const url = new URL(base); url.pathname = '/verify-email'; url.searchParams.set('token', token); return url }"],
      ['by the path that its parameters are put behind', "function open(token) { const query = new URLSearchParams({ token }); return `/verify-email?${query}` }"],
      ['by its name', 'const link = `/open?token=${inviteToken}`'],
      ['by its name, in another spelling', 'const link = `/open?token=${encodeURIComponent(user.resetToken)}`'],
      ['by that of what it is a part of', 'const link = `/open?token=${invitation.token}`'],
      ['by what makes it', 'const token = await createVerificationToken(email); const link = `/open?token=${token}`'],
      ['by the function around it', "exports.forgotPassword = async (req, res) => { const token = await issue(); res.json({ link: `${base}/open?token=${token}` }) }"],
      ['by the function that mails it', 'async function mailLoginLink(token) { await queue.add(`${base}/open?token=${token}`) }'],
      ['as it is mailed', "async function open(token) { const link = `${base}/open?token=${token}`; await sendMail(to, 'Log in', `Log in: ${link}`) }"],
      ['as it is mailed, in parameters', "async function open(token) { const link = new URL('/open', base); link.searchParams.set('token', token); await resend.emails.send({ to, html: `<a href=\"${link}\">Log in</a>` }) }"],
      ['as it is mailed, in a message', "async function open(token) { const message = { to }; message.html = `${base}/open?token=${token}`; await sgMail.send(message) }"],
      ['as it is mailed, by a command', "async function open(token) { const link = `${base}/open?token=${token}`; await ses.send(new SendEmailCommand({ Message: link })) }"],
      ['as it is mailed, in a link that is made later', 'async function open(token) { let link; if (base) link = `${base}/open?token=${token}`; await sendMail(to, link) }'],
      ['as the text around it says', 'const link = `${base}/open?token=${token}`; const text = `To reset your password, open ${link}`'],
      ['for the next page of a list', 'const link = `/items?token=${nextToken}`'],
      ['that is bought', 'const link = `/swap?token=${tokenAddress}`'],
      ['for a download, by what it is of', 'const link = `/files?token=${file.token}`'],
      ['for a calendar', 'const link = `${base}/calendar?token=${user.calendarToken}`'],
      ['for a file that calendars read', 'const link = `${base}/calendar.ics?token=${token}`'],
      ['for those who sign something', 'const link = `/contract?token=${doc.signerToken}`'],
      ['for a guest', 'const link = `${base}/party?token=${guest.token}`'],
      ['for a page on which guests answer', 'const link = `${base}/rsvp?token=${token}`'],
      ['for a picture with letters', "app.get('/captcha', (req, res) => { const token = randomBytes(16).toString('hex'); res.json({ token, image: `/image?token=${token}` }) })"],
      ['for a file, by the function that makes it', "const token = await signDownload({ userId: session.user.id, file: 'export.csv' }); redirect(`https://files.example.com/export.csv?token=${token}`)"],
      ['for what is shared, by the function around it', "function createShareLink() { const token = randomBytes(16).toString('hex'); return `${base}/s?token=${token}` }"],
      ['for what is shared, by where it is kept', "async function open(doc) { const token = randomBytes(16).toString('hex'); await db.shares.insert({ token, doc }); return `${base}/s?token=${token}` }"],
      ['for messages that are pushed', "async function open() { const token = await getToken(getMessaging(), { vapidKey }); await fetch(`/api/notifications?token=${token}`) }"],
      ['for the rest of a list', 'const link = `/items?token=${cursor}`'],
      ['that is a coin', 'const open = (token) => `/tokens?token=${token.address}`'],
      ['that signs a path', 'const link = `${cdn}${path}?token=${signCdn(path)}`'],
      ['that signs a URL', "function sign(url) { const mac = createHmac('sha256', process.env.URL_SECRET).update(`${url.pathname}:${expires}`).digest('base64url'); url.searchParams.set('token', mac) }"],
      ['that signs a URL, under that name', "function sign(path) { const token = createHmac('sha256', KEY).update(path).digest('hex'); return `${path}?token=${token}` }"],
      ['that signs a URL, by the platform', "async function sign(path) { const bytes = await crypto.subtle.sign({ name: 'HMAC' }, key, encoder.encode(path)); const token = Buffer.from(bytes).toString('base64url'); return `${path}?token=${token}` }"],
      ['that is a setting', 'const link = `${base}/jobs?token=${process.env.JENKINS_TOKEN}`'],
      ['that is a setting with a name', 'const { IPINFO_TOKEN: token } = process.env; const link = `${base}/ip?token=${encodeURIComponent(token)}`'],
      ['that is a setting among others', "const config = { token: process.env.JENKINS_TOKEN ?? '' }; const link = `${base}/jobs?token=${config.token}`"],
      ['that is a setting of a page', 'const link = `${base}/jobs?access_token=${import.meta.env.VITE_MAPBOX_TOKEN}`'],
      ['for a download', 'const link = `/files?token=${downloadToken}`'],
    ].map(([name = '', code = '']) => ({ name: `a token of something else ${name}`, code, options: [{ bareToken: true }] })),
  ],
  invalid: [
    ...[
      ['on a page for downloads', "function downloadReport() { const token = localStorage.getItem('token'); open(`/reports?token=${token}`) }"],
      ['in parameters', "function open(token) { const url = new URL('/app', base); url.searchParams.set('token', token); return url }"],
      ['in parameters for a page', "function open(token) { const query = new URLSearchParams({ token }); return `/app?${query}` }"],
      ['beside a mail', 'async function open(token) { await sendMail(to, text); return `/app?token=${token}` }'],
      ['of a user', 'const link = `/app?token=${user.accessToken}`'],
      ['that is there', "const link = `/app?token=${token ?? ''}`"],
      ['in a name for nothing', "const t = localStorage.getItem('token'); open(`/app?token=${t}`)"],
      ['from a cookie', "const link = `/app?token=${cookies.get('auth').value}`"],
      ['that a function gives', 'const link = `/app?token=${await getAccessTokenSilently()}`'],
      ['with an adjective', 'const link = `/app?token=${newToken}`'],
      ['of a session', 'const link = `/app?token=${session.id}`'],
      ['that a page has stored, on a page for coins', "const token = localStorage.getItem('token'); open(`/swap?token=${token}`)"],
      ['of a user, in a calendar', 'const link = `/calendar.ics?token=${user.accessToken}`'],
      ['that signs a user', "function open(user) { const token = createHmac('sha256', KEY).update(`${user.id}:${expires}`).digest('hex'); return `/app?token=${token}` }"],
    ].map(([name = '', code = '']) => ({ name: `a bare token ${name}`, code, options: [{ bareToken: true }], output: null, errors: [{ messageId: 'url' }] })),
    {
      name: 'the ID of the session once, where its URL is put into a page',
      code: inExpress('const url = `/app?sid=${req.sessionID}`\n  res.send(`<a href="${url}">go on</a>`)'),
      output: null,
      errors: [{ messageId: 'url', line: 3 }],
    },
    ...[
      ['a user', "const token = jwt.sign({ id: user.id }, KEY); res.redirect(`/app?token=${token}`)"],
      ['a customer', "const token = jwt.sign({ customerId }, KEY); res.redirect(`/app?token=${token}`)"],
      ['a user and a file', "const token = jwt.sign({ file, userId: user.id }, KEY); res.redirect(`/files?token=${token}`)"],
      ['what nobody sees', "const token = jwt.sign(claims, KEY); res.redirect(`/app?token=${token}`)"],
      ['a room and more', "const token = jwt.sign({ room, ...claims }, KEY); res.redirect(`/app?token=${token}`)"],
    ].map(([name = '', body = '']) => ({ name: `a token that is signed for ${name}`, code: signing(body), options: [{ bareToken: true }], output: null, errors: [{ messageId: 'url' }] })),
    {
      name: 'the ID of the session in a redirect',
      code: inExpress(`res.redirect('/app?sid=' + req.sessionID)
  res.redirect(\`/app/\${req.sessionID}\`)
  res.redirect(\`/app;jsessionid=\${req.session.id}\`)`),
      output: null,
      errors: [{ messageId: 'url', line: 3, column: 30, endColumn: 43 }, { messageId: 'url' }, { messageId: 'url' }],
    },
    { name: 'the ID of the session in a path, and no parameter', code: inExpress(`res.redirect(\`/app/\${req.session.id}\`)`), output: null, errors: [{ messageId: 'url', line: 3, column: 24, endColumn: 38 }] },
    {
      name: 'tokens',
      code: `location.href = \`/app?access_token=\${token}\`
new WebSocket(\`wss://\${host}/live?auth_token=\${user.token}\`)
const source = new EventSource(\`\${base}/events?x=1&jwt=\${jwt}\`)
url.searchParams.set('access_token', token)
location.href = '/app?' + new URLSearchParams({ id_token: idToken })
const params = new URLSearchParams()
params.append('sessionId', user.sessionId)
location.href = \`/app?\${params}\``,
      output: null,
      errors: Array(6).fill({ messageId: 'url' }),
    },
    {
      name: 'a bare token, on request',
      code: `location.href = \`/app?token=\${token}\``,
      options: [{ bareToken: true }],
      output: null,
      errors: [{ messageId: 'url' }],
    },
  ],
})
