import { randomBytes } from 'node:crypto'
import { createServerFn } from '@tanstack/react-start'
import { deleteCookie, getCookie, setCookie, setResponseHeader } from '@tanstack/react-start/server'

export const start = createServerFn({ method: 'POST' }).handler(async () => {
  const id = randomBytes(32).toString('base64url')
  setCookie('sid', id, { httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  setCookie('auth_token', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 * 60 * 24 })
  setCookie('__Host-session', id, { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 })
})

export const renew = createServerFn({ method: 'POST' }).handler(async () => {
  setResponseHeader('Set-Cookie', `session=${Date.now().toString(36)}`)
})

export const logout = createServerFn({ method: 'POST' }).handler(async () => {
  deleteCookie('__Host-session')
})

export const listUsers = createServerFn().handler(async () => {
  if (getCookie('role') !== 'admin') throw new Error('Only for administrators')
  return findUsers()
})
