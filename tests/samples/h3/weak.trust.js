import { createError, defineEventHandler, getCookie } from 'h3'

export default defineEventHandler((event) => {
  if (getCookie(event, 'role') !== 'admin') throw createError({ statusCode: 403 })
  return listUsers()
})
