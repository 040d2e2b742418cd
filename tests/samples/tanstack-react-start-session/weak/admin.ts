import { updateSession, useSession } from '@tanstack/react-start/server'

const password = process.env.SESSION_SECRET ?? ''

export const shop = () => useSession({ name: 'shop', password, maxAge: 30 * 24 * 60 * 60, cookie: { secure: false, sameSite: false, domain: '.example.com' } })

export const admin = () => updateSession({ name: 'admin', password, maxAge: 60 * 60, cookie: { sameSite: 'strict', secure: true } }, { seen: true })

export const step = () => useSession({ name: '__Host-step', password, maxAge: 60 * 60, cookie: { sameSite: 'strict', path: '/admin' } })
