import { defineEventHandler, useSession } from 'h3'

const password = process.env.SESSION_PASSWORD ?? ''

export const shop = defineEventHandler(async (event) => {
  const session = await useSession(event, {
    name: 'shop',
    password,
    maxAge: 30 * 24 * 60 * 60,
    cookie: { secure: false, sameSite: false, domain: '.example.com' },
  })
  return session.data
})

export const admin = defineEventHandler(async (event) => {
  const session = await useSession(event, { name: 'admin', password, maxAge: 60 * 60, cookie: { sameSite: 'strict', secure: true } })
  return session.data
})

export const step = defineEventHandler(async (event) => {
  const session = await useSession(event, { name: '__Host-step', password, maxAge: 60 * 60, cookie: { sameSite: 'strict', path: '/admin' } })
  return session.data
})
