import { defineEventHandler, useSession } from 'h3'

export default defineEventHandler(async (event) => {
  const session = await useSession(event, { password: process.env.SESSION_PASSWORD ?? '', cookie: { httpOnly: false } })
  await session.update({ userId: event.context.user.id })
  return { ok: true }
})
