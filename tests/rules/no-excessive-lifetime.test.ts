import rule from '../../lib/rules/no-excessive-lifetime.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().post('/login', (req, res) => {
  ${statement}
  res.end()
})`
const ofSession = (options: string) => `import session from 'express-session'
app.use(session(${options}))`

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'lifetimes within the limits', code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`) },
    { name: 'an absolute lifetime within its limit', code: ofSession(`{ secret, cookie: { maxAge: 12 * 60 * 60 * 1000 } }`) },
    { name: 'no lifetime at all, which is the business of another rule', code: ofSession(`{ secret }`) },
    { name: 'a lifetime that nobody can see', code: ofSession(`{ secret, cookie: { maxAge: config.maxAge } }`) },
    { name: 'sliding that nobody can see', code: ofSession(`{ secret, rolling: config.rolling, cookie: { maxAge: 4 * 60 * 60 * 1000 } }`) },
    { name: 'a cookie that remembers a user', code: inExpress(`res.cookie('remember_me', token, { maxAge: 30 * 24 * 60 * 60 * 1000 })`) },
    { name: 'a refresh token', code: inExpress(`res.cookie('refreshToken', token, { maxAge: 7 * 24 * 60 * 60 * 1000 })`) },
    { name: 'another cookie', code: inExpress(`res.cookie('theme', 'dark', { maxAge: 365 * 24 * 60 * 60 * 1000 })`) },
    {
      name: 'a profile that allows more',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      settings: { 'session-security': { profile: 'asvs-l1' } },
    },
    {
      name: 'options that allow more',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      options: [{ absoluteHours: 168 }],
    },
  ],
  invalid: [
    {
      name: 'an absolute lifetime',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '7 days', limit: '12 hours' },
          line: 2,
          column: 45,
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, cookie: { maxAge: 12 * 60 * 60 * 1000 } }`) }],
        },
      ],
    },
    {
      name: 'an idle timeout, where visits move the end',
      code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 4 * 60 * 60 * 1000 } }`),
      output: null,
      errors: [
        {
          messageId: 'idle',
          data: { actual: '4 hours', limit: '30 minutes' },
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`) }],
        },
      ],
    },
    {
      name: 'a library in which visits move the end by default',
      code: `import session from '@fastify/session'
app.register(session, { secret, cookie: { maxAge: 2 * 60 * 60 * 1000 } })`,
      output: null,
      errors: [
        {
          messageId: 'idle',
          suggestions: [
            {
              messageId: 'shorten',
              output: `import session from '@fastify/session'
app.register(session, { secret, cookie: { maxAge: 30 * 60 * 1000 } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cookie of Express, and one with a date, where there is no edit',
      code: inExpress(`res.cookie('sid', id, { expires: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000) })`),
      output: null,
      errors: [{ messageId: 'absolute', data: { actual: '7 days', limit: '12 hours' } }],
    },
    {
      name: 'a cookie that remembers a user for longer than that',
      code: inExpress(`res.cookie('remember_me', token, { maxAge: 365 * 24 * 60 * 60 * 1000 })`),
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '365 days', limit: '30 days' },
          suggestions: [{ messageId: 'shorten', output: inExpress(`res.cookie('remember_me', token, { maxAge: 30 * 24 * 60 * 60 * 1000 })`) }],
        },
      ],
    },
    {
      name: 'the limits of a stricter profile',
      code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`),
      settings: { 'session-security': { profile: 'pci-dss' } },
      output: null,
      errors: [
        {
          messageId: 'idle',
          data: { actual: '30 minutes', limit: '15 minutes' },
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, rolling: true, cookie: { maxAge: 15 * 60 * 1000 } }`) }],
        },
      ],
    },
  ],
})
