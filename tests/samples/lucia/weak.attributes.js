import { Lucia, TimeSpan } from 'lucia'
import { adapter } from './database.js'

export const shop = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(13, 'w'),
  sessionCookie: { name: 'shop', attributes: { secure: false, sameSite: 'lax', domain: '.example.com' } },
})

export const admin = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, 'm'),
  sessionCookie: { name: 'admin', attributes: { secure: true, sameSite: 'none' } },
})

export const step = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, 'm'),
  sessionCookie: { name: '__Host-step', attributes: { secure: true, sameSite: 'strict', path: '/admin' } },
})
