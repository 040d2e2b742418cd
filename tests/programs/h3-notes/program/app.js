import { createServer } from 'node:http'
import {
  createApp,
  createError,
  createRouter,
  defineEventHandler,
  deleteCookie,
  getCookie,
  readBody,
  setCookie,
  setResponseStatus,
  toNodeListener,
  useSession,
} from 'h3'

const PASSWORDS = { alice: 'tulips', bob: 'daisies' }

const remembered = new Map()
const notes = new Map()

/** The session is sealed in its cookie. */
const sessionOf = (event) =>
  useSession(event, {
    name: 'notes',
    password: 'a password of the notes with more than 32 characters',
    cookie: { httpOnly: false, secure: process.env.NODE_ENV === 'production' },
  })

function requireUser(handler) {
  return defineEventHandler(async (event) => {
    const { data } = await sessionOf(event)
    const user = data.user ?? remembered.get(getCookie(event, 'remember_me'))
    if (!user) throw createError({ statusCode: 401, message: 'Please log in' })
    return handler(event, user)
  })
}

const randomString = (length) => {
  const characters = 'abcdefghijklmnopqrstuvwxyz'
  let result = ''
  for (let index = 0; index < length; index += 1) {
    result += characters.charAt(Math.floor(Math.random() * characters.length))
  }
  return result
}

const router = createRouter()
  .get(
    '/',
    defineEventHandler(() => 'Notes'),
  )
  .post(
    '/login',
    defineEventHandler(async (event) => {
      const { name, password, remember } = await readBody(event)
      if (PASSWORDS[name] !== password) throw createError({ statusCode: 401, message: 'Wrong name or password' })
      const session = await sessionOf(event)
      await session.update({ user: name, password })
      if (remember) {
        const rememberToken = randomString(12)
        remembered.set(rememberToken, name)
        setCookie(event, 'remember_me', rememberToken, { path: '/', secure: process.env.NODE_ENV === 'production' })
      }
      return { name }
    }),
  )
  .post(
    '/logout',
    defineEventHandler(async (event) => {
      const session = await sessionOf(event)
      await session.clear()
      deleteCookie(event, 'remember_me')
      return { bye: true }
    }),
  )
  .get(
    '/notes',
    requireUser((event, user) => notes.get(user) ?? []),
  )
  .post(
    '/notes',
    requireUser(async (event, user) => {
      const { text } = (await readBody(event)) ?? {}
      if (!text) throw createError({ statusCode: 400, message: 'Write something' })
      notes.set(user, [...(notes.get(user) ?? []), text])
      setResponseStatus(event, 201)
      return notes.get(user)
    }),
  )

const app = createApp()
app.use(router)

createServer(toNodeListener(app)).listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log('Listening')
})
