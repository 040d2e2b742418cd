import { describe, expect, test } from 'vitest'
import { mayMatter } from '../../lib/events/gate.js'

const matters = (text: string) => mayMatter({ text } as Parameters<typeof mayMatter>[0])

describe('a text may matter', () => {
  test.each([
    ['a word of sessions in any case', 'startSESSION()'],
    ['a cookie', "read('cookie')"],
    ['a token', 'const authToken = read()'],
    ['a session by its short name, in a key', "redis.get('sess:' + id)"],
    ['an ID by its short name', 'req.query.sid'],
    ['an ID by its short name at the end of another', 'const userSid = read()'],
    ['an ID by its short name in capitals', 'const SID_LENGTH = 8'],
    ['the name of a package in quotes', "import Koa from 'koa'"],
    ['keys that are set', 'app.keys = [process.env.KEY]'],
    ['a library whose name is a word of its own', 'request.yar.set()'],
    ['a state that is set', "reply.unstate('id')"],
    ['a method that logs in', 'req.login(user, done)'],
    ['a method that logs out, under a quoted name', "req['logout']()"],
    ['a function that logs out', 'return logout(request)'],
    ['credentials beside other origins', 'app.enableCors({ credentials: true })'],
    ['a user beside a password', 'request\n  .user.setPassword(next)'],
    ['a user who is asked for, beside an address', 'const user = await requireUser()\nawait save(user, { email })'],
    ['the number of a user, beside a factor', "const { id } = await getCurrentUserId(request)\nawait off(id, 'totp')"],
  ])('for %s', (_title, text) => {
    expect(matters(text)).toBe(true)
  })

  test.each([
    ['letters of a session inside another word', 'assess(possessive)'],
    ['letters of a cookie or a token inside another word', 'rookies.taken(broken)'],
    ['letters of an ID inside another word', 'const inside = considered || beside'],
    ['the name of a package that is no text', 'koalas.feed()'],
    ['keys that are read', 'Object.keys(options)'],
    ['a state that is no call', 'this.state.value'],
    ['a name that is no method', 'const login = 1'],
    ['credentials alone', "fetch(url, { credentials: 'include' })"],
    ['other origins alone', 'app.use(cors())'],
    ['a user alone', 'return request.user'],
    ['a user who is asked for, alone', 'const user = await requireUser()'],
    ['an address of a user', 'users.map(({ email }) => email)'],
  ])('not for %s', (_title, text) => {
    expect(matters(text)).toBe(false)
  })
})
