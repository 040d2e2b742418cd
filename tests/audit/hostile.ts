/** Code whose names and texts try to be markup, links, commands to a terminal, and the end of whatever they stand in. */
export const HOSTILE_NAMES = [
  'x"><script>alert(1)</script>',
  '`</code><img src=x onerror=alert(2)>`',
  '[click](javascript:alert(3)) | **bold** | http://evil.example',
  "'-alert(4)-'",
] as const

const sids = HOSTILE_NAMES.map((name) => `res.cookie(${JSON.stringify(`sid ${name}`)}, req.sessionID)`)

export const HOSTILE_CODE = `import express from 'express'
import session from 'express-session'
const app = express()
// </code></pre><script>alert(5)</script> \u001B[2J \u202E
app.use(session({ secret: \`</script>\${secret}\`, genid: () => '<img src=x onerror=alert(6)>' + Math.random(), cookie: { httpOnly: false, domain: '"><svg onload=alert(7)>' } }))
app.get('/<script>alert(8)</script>/logout', (req, res) => {
  res.clearCookie('connect.sid')
  ${sids.join('\n  ')}
  // \`\`\`\`
  //# <h1>out</h1>
})
// eslint-disable-next-line session-security/require-secure -- <script>alert(9)</script> [x](javascript:alert(10))
app.use(session({ secret, cookie: { httpOnly: true, maxAge: 1, secure: false } }))
`

/** What a file system takes as a name, and a report should not take as anything else. */
export const HOSTILE_FILES = [
  '<img src=x onerror=alert(11)>.js',
  'a`b|c[d](javascript:alert(12)).js',
  'e\u001B]0;owned\u0007.js',
  '"onload="alert(13).js',
  '&lt;.js',
] as const
