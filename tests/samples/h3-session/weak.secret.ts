import { defineEventHandler, useSession } from 'h3'

const password = '80d42cfb-1cd2-462c-8f17-e3237d9027e9'

export default defineEventHandler(async (event) => {
  const session = await useSession(event, { password, maxAge: 60 * 60 })
  return session.data
})
