import { randomBytes } from 'node:crypto'

const OPTIONS = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60 } as const

export default defineEventHandler(async (event) => {
  const user = await findUser(await readBody(event))
  const sid = randomBytes(32).toString('base64url')
  await storage.setItem(sid, { userId: user.id })
  setCookie(event, '__Host-sid', sid, OPTIONS)
  setCookie(event, 'theme', user.theme)
  return { name: user.name }
})
