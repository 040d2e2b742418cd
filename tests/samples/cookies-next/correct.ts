import { randomBytes } from 'node:crypto'
import { deleteCookie, setCookie } from 'cookies-next'
import { cookies } from 'next/headers'

export async function login(user: string) {
  const id = await open(user, randomBytes(32).toString('base64url'))
  await setCookie('__Host-sid', id, { cookies, httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 })
  await setCookie('theme', 'dark', { cookies })
}

export async function logout() {
  await deleteCookie('__Host-sid', { cookies, secure: true })
}
