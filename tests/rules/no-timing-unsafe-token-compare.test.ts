import rule from '../../lib/rules/no-timing-unsafe-token-compare.js'
import { fileIn, ruleTester, type InvalidCase } from '../rule-tester.js'

const HEAD = `import express from 'express'\nconst app = express()\n`
const FUNCTION = `
function isSameToken(given, expected) {
  if (typeof given !== 'string' || typeof expected !== 'string') return false
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}`

/** A handler of Express. */
function handler(statement: string, isAsync: 'async ' | '' = ''): string {
  return `${HEAD}app.post('/', ${isAsync}(req, res) => { ${statement} })`
}

/** A comparison that is reported without a suggestion. */
function reported(name: string, code: string, by: string, token: string): InvalidCase {
  return { name, code, output: null, errors: [{ messageId: 'compared', data: { by, token }, suggestions: [] }] }
}

/** A comparison in a handler, with what it becomes. */
function repaired(name: string, comparison: string, by: string, token: string, instead: string, isAsync: 'async ' | '' = ''): InvalidCase {
  const before = handler(`if (${comparison}) stop()`, isAsync)
  const after = before.replace('const app', `import { timingSafeEqual } from 'node:crypto'\nconst app`).replace(comparison, instead)
  return {
    name,
    code: before,
    output: null,
    errors: [{ messageId: 'compared', data: { by, token }, line: 3, column: 35 + isAsync.length, endColumn: 35 + isAsync.length + comparison.length, suggestions: [{ messageId: 'compare', output: `${after}\n${FUNCTION}` }] }],
  }
}

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'comparisons in constant time',
      code: `import { timingSafeEqual } from 'node:crypto'\n${handler(`
        const [given, saved] = [Buffer.from(req.body.token), Buffer.from(user.token)]
        if (given.length !== saved.length || !timingSafeEqual(given, saved)) stop()
        if (!isSameToken(req.body.token, user.token)) stop()`)}`,
    },
    {
      name: 'whether there is a token, and what it looks like',
      code: handler(`
        if (req.body.token === undefined || req.query.token == null || req.cookies.sid === '') stop()
        if (typeof req.body.token !== 'string' || req.body.token.length !== user.token.length) stop()
        if (req.get('x-csrf-token') !== 'fetch' || req.body.token === TOKEN) stop()
        const TOKEN = 'a text of the source'`),
    },
    {
      name: 'what is no token',
      code: handler(`
        if (req.params.id !== req.user.id || req.body.email === user.email) stop()
        if (req.query.type === token.type || req.body.tokenType !== user.tokenType) stop()
        if (req.query.state !== req.session.state || req.body.role === req.session.role) stop()
        if (req.body.pageToken === page.nextToken || req.body.deviceToken !== user.deviceToken) stop()
        if (req.body.AccountSid !== accountSid || req.body.tokens === user.tokens) stop()`),
    },
    {
      name: 'two values of the same request: who sends one sends the other',
      code: handler(`
        if (req.cookies.csrf !== req.get('x-csrf-token')) stop()
        if (req.body.token !== req.body.tokenAgain) stop()
        const { token } = req.cookies
        if (token !== req.headers['x-csrf-token']) stop()`),
    },
    {
      name: 'two values that the server has',
      code: handler(`
        if (req.session.id !== user.sessionId) stop()
        if (user.token !== user.oldToken) stop()
        if (account.token === session.token) stop()`),
    },
    {
      name: 'what a list is searched by',
      code: handler(`
        user.tokens = user.tokens.filter((saved) => saved.token !== req.cookies.token)
        const session = sessions.find(({ sid }) => sid === req.cookies.sid)
        tokens.sort((a, b) => a.token.localeCompare(b.token))`),
    },
    {
      name: 'what is hashed before',
      code: `import { createHmac } from 'node:crypto'
const digest = (text) => createHmac('sha256', key).update(text).digest('hex')
export const isSame = (token, saved) => digest(token) === digest(saved)
${handler(`if (hash(req.body.token) === user.tokenHash) go()`).replace(HEAD, '')}`,
    },
    {
      name: 'versions and checksums',
      code: `import { createHash } from 'node:crypto'\n${handler(`
        const digest = createHash('sha256').update(body).digest('hex')
        if (req.get('if-none-match') === digest || req.body.sum === digest) stop()`)}
const isUnchanged = (file, checksum) => createHash('md5').update(file).digest('hex') === checksum`,
    },
    { name: 'tokens of a page', code: `const token = new URL(location.href).searchParams.get('token')\nif (token !== session.token) window.close()` },
    { name: 'tokens of a parser', code: `export function next(token, expected) { return token === expected.token }` },
    { name: 'functions that nobody knows what they are given', code: `export function verify(token, saved) { return token === saved.token }` },
    {
      name: 'sessions of another kind',
      code: `import { Server } from '@modelcontextprotocol/sdk'\napp.post('/', (req, res) => { if (req.headers['mcp-session-id'] !== transport.sessionId) stop() })`,
    },
  ],
  invalid: [
    repaired('a token of the session', 'req.body._csrf !== req.session.csrfToken', '!==', 'req.session.csrfToken', '!isSameToken(req.body._csrf, req.session.csrfToken)'),
    repaired('a token in a header', `req.headers['x-csrf-token'] === req.session.csrf`, '===', 'req.session.csrf', `isSameToken(req.headers['x-csrf-token'], req.session.csrf)`),
    repaired('a token in a header that is got', `req.get('x-api-token') === config.apiToken`, '===', 'config.apiToken', `isSameToken(req.get('x-api-token'), config.apiToken)`),
    repaired('the secret at the left', 'user.resetToken !== req.query.token', '!==', 'user.resetToken', '!isSameToken(user.resetToken, req.query.token)'),
    repaired('a session ID', 'req.cookies.sid === user.sid', '===', 'user.sid', 'isSameToken(req.cookies.sid, user.sid)'),
    repaired('a token that is called so in the request alone', 'req.body.token === invitation.secret', '===', 'invitation.secret', 'isSameToken(req.body.token, invitation.secret)'),
    repaired(
      'a token behind a word',
      'req.headers.authorization !== `Bearer ${process.env.API_TOKEN}`',
      '!==',
      'Bearer ${process.env.API_TOKEN}',
      '!isSameToken(req.headers.authorization, `Bearer ${process.env.API_TOKEN}`)',
    ),
    repaired('a token that is awaited', 'req.body.token === (await tokenOf(user))', '===', 'await tokenOf(user)', 'isSameToken(req.body.token, await tokenOf(user))', 'async '),
    reported('a comparison that takes a number for its text', handler('if (req.body.token == user.token) go()'), '==', 'user.token'),
    reported('an order that is asked for', handler('if (req.body.token.localeCompare(user.token) === 0) go()'), 'localeCompare', 'user.token'),
    reported('buffers', handler('if (Buffer.from(req.body.token).equals(Buffer.from(user.token))) go()'), 'equals', 'Buffer.from(user.token)'),
    reported('an order of buffers', handler('if (Buffer.compare(Buffer.from(req.body.token), Buffer.from(user.token)) === 0) go()'), 'compare', 'Buffer.from(user.token)'),
    reported('a worker, which has no such function', `caches.default\n${handler('if (req.body.token === user.token) go()')}`, '===', 'user.token'),
    {
      name: 'tokens under a name of their own',
      code: handler(`const { token } = req.query; const given = req.get('authorization')?.split(' ')[1]; return token === user.token || given === user.apiToken`),
      output: null,
      errors: [
        { messageId: 'compared', data: { by: '===', token: 'user.token' } },
        { messageId: 'compared', data: { by: '===', token: 'user.apiToken' } },
      ].map((error, index) => ({
        ...error,
        suggestions: [
          {
            messageId: 'compare',
            output: `${handler(
              `const { token } = req.query; const given = req.get('authorization')?.split(' ')[1]; return ${index === 0 ? 'isSameToken(token, user.token)' : 'token === user.token'} || ${index === 1 ? 'isSameToken(given, user.apiToken)' : 'given === user.apiToken'}`,
            ).replace('const app', `import { timingSafeEqual } from 'node:crypto'\nconst app`)}\n${FUNCTION}`,
          },
        ],
      })),
    },
    {
      name: 'a signature that is made again, in the words of the file',
      code: `const crypto = require("crypto");

function verify(body, signature) {
\tconst expected = "sha256=" + crypto.createHmac("sha256", key).update(body).digest("hex");
\treturn signature === expected;
}
`,
      output: null,
      errors: [
        {
          messageId: 'compared',
          data: { by: '===', token: 'expected' },
          line: 5,
          suggestions: [
            {
              messageId: 'compare',
              output: `const crypto = require("crypto");

function verify(body, signature) {
\tconst expected = "sha256=" + crypto.createHmac("sha256", key).update(body).digest("hex");
\treturn isSameToken(signature, expected);
}

function isSameToken(given, expected) {
\tif (typeof given !== "string" || typeof expected !== "string") return false;
\tconst left = Buffer.from(given);
\tconst right = Buffer.from(expected);
\treturn left.length === right.length && crypto.timingSafeEqual(left, right);
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a signature in TypeScript, where the function is there already',
      code: `import { createHmac, timingSafeEqual } from 'node:crypto'
export const verify = (body: string, signature: string): boolean => digestOf(body) === signature
const digestOf = (body: string) => createHmac('sha256', key).update(body).digest('hex')
function isSameToken(given: unknown, expected: unknown): boolean {
  return timingSafeEqual(hash(given), hash(expected))
}`,
      filename: fileIn('fixtures/file.ts'),
      output: null,
      errors: [
        {
          messageId: 'compared',
          data: { by: '===', token: 'digestOf(body)' },
          suggestions: [
            {
              messageId: 'compare',
              output: `import { createHmac, timingSafeEqual } from 'node:crypto'
export const verify = (body: string, signature: string): boolean => isSameToken(digestOf(body), signature)
const digestOf = (body: string) => createHmac('sha256', key).update(body).digest('hex')
function isSameToken(given: unknown, expected: unknown): boolean {
  return timingSafeEqual(hash(given), hash(expected))
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a signature in TypeScript',
      code: `import { createHmac } from 'node:crypto'\nexport const verify = (body: string, signature: string) => createHmac('sha256', key).update(body).digest('hex') === signature\n`,
      filename: fileIn('fixtures/file.ts'),
      output: null,
      errors: [
        {
          messageId: 'compared',
          data: { by: '===', token: "createHmac('sha256', key).update(body).d…" },
          suggestions: [
            {
              messageId: 'compare',
              output: `import { createHmac, timingSafeEqual } from 'node:crypto'
export const verify = (body: string, signature: string) => isSameToken(createHmac('sha256', key).update(body).digest('hex'), signature)

function isSameToken(given: unknown, expected: unknown): boolean {
  if (typeof given !== 'string' || typeof expected !== 'string') return false
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
`,
            },
          ],
        },
      ],
    },
  ],
})
