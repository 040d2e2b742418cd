import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import plugin from '../../lib/index.js'

const MEGABYTE = 1_000_000

/** Ten times what the slowest takes on a busy machine; whatever grows with the square of the length takes minutes. */
const LONGEST = 10_000

const linter = new Linter({ cwd: '/' })

test.each(['a', 'sessionToken', 'SID', 'generateNew'])('a name that is a megabyte of %s, as everything that has a name', { timeout: 60_000 }, (word) => {
  const name = repeated(word, MEGABYTE)
  expectQuick(`const ${name} = require('express-session')
app.use(${name}({ secret: ${name}, name: '${name}', ${name}: 1, cookie: { ${name}: 1, domain: '${name}' } }))
function ${name}2(req) { req.session.${name} = req.${name}.token; return ${name} }
if (req.cookies.${name} === ${name}) next()
res.cookie('${name}', ${name}2(), { maxAge: ${name} })
const ${name}Id = Math.random() + ${name}2()
localStorage.setItem('${name}', ${name})
console.log(req.session.id, ${name})
process.env.${name}`)
})

test.each([' ', ';', '=', '; ', 'a=b;', '/', '*', '?sid', '&token=', '//', '(', 'select ', 'insert into sessions (', 'session:', '\\n', "import('a", '@import ', '%', '.', '-', '{', '[^', 'http://', '\ud800', '\uffff'])('a text that is very much of %j, wherever texts are read', { timeout: 60_000 }, (piece) => {
  const text = repeated(piece, MEGABYTE / 5)
  expectQuick(`/** ${text.replaceAll('*/', '')} session */
import session from 'express-session'
app.use(session({ secret: \`${text}\`, name: \`${text}\`, cookie: { path: \`/${text}\`, domain: \`${text}\`, sameSite: \`${text}\` } }))
app.post(\`/${text}\`, (req, res) => { req.session.userId = 1; res.redirect(\`/?${text}\` + req.session.id); res.redirect(\`/${text}?token=\${req.cookies.token}\`) })
app.use(\`/${text}x\`, guard)
res.setHeader('Set-Cookie', \`${text}\`)
res.setHeader('Set-Cookie', \`sid=\${sid}; ${text}\`)
res.cookie(\`${text}\`, \`${text}\`)
db.query(\`${text}\`, [sid]); redis.set(\`${text}\${sid}\`, 1)
localStorage.setItem(\`${text}\`, token)
jwt.sign({}, \`${text}\`, { expiresIn: \`${text}\` })`)
})

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length))
}

/** Lints a program with all rules, and without fixing it; it must parse, and take next to no time beside its size. */
function expectQuick(code: string): void {
  const start = process.cpuUsage()
  const messages = linter.verify(code, [{ linterOptions: { reportUnusedDisableDirectives: 'off' } }, ...plugin.configs.strict.slice(0, 1)], { filename: '/file.js' })
  const { user } = process.cpuUsage(start)
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  expect(user / 1000).toBeLessThan(LONGEST)
}
