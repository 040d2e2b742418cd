import { createServerFn } from '@tanstack/react-start'
import { setCookie } from '@tanstack/react-start/server'

export const login = createServerFn({ method: 'POST' })
  .inputValidator((data: { email: string; password: string }) => data)
  .handler(async ({ data }) => {
    const user = await findUser(data)
    const sid = Math.random().toString(36).slice(2)
    await saveSession(sid, user.id)
    setCookie('sid', sid, { httpOnly: false })
    return { name: user.name }
  })
