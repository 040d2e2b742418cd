import { randomBytes } from 'node:crypto'
import { createServerFn } from '@tanstack/react-start'
import { deleteCookie, getCookie, setCookie } from '@tanstack/react-start/server'

const OPTIONS = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60 } as const

export const login = createServerFn({ method: 'POST' })
  .inputValidator((data: { email: string; password: string }) => data)
  .handler(async ({ data }) => {
    const user = await findUser(data)
    const sid = randomBytes(32).toString('base64url')
    await saveSession(sid, user.id)
    setCookie('__Host-sid', sid, OPTIONS)
    setCookie('theme', user.theme)
    return { name: user.name }
  })

export const logout = createServerFn({ method: 'POST' }).handler(async () => {
  const sid = getCookie('__Host-sid')
  if (sid) await removeSession(sid)
  deleteCookie('__Host-sid', { secure: true })
  setCookie('legacy_session', '', { maxAge: 0 })
})
