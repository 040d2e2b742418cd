import { createServerFn } from '@tanstack/react-start'
import { clearSession, useSession } from '@tanstack/react-start/server'

const config = {
  name: '__Host-id',
  password: process.env.SESSION_SECRET ?? '',
  maxAge: 60 * 60,
  cookie: { sameSite: 'lax' },
  generateId: () => String(Date.now()),
} as const

export const useAppSession = () => useSession<{ userId: string }>(config)

export const login = createServerFn({ method: 'POST' }).handler(async ({ data }) => {
  const user = await findUser(data)
  const session = await useAppSession()
  await session.update({ userId: user.id })
})

export const logout = createServerFn({ method: 'POST' }).handler(async () => {
  const session = await useAppSession()
  await session.clear()
})

export const forget = createServerFn({ method: 'POST' }).handler(() => clearSession(config))
