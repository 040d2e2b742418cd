import { createHmac } from 'node:crypto'
import type { Cookies } from './browser.js'

/**
 * How an ID goes into a cookie. The secret is no secret here: it is the one of the documentation, as in much
 * published code, and so the ID is all that protects the session.
 */
export interface IdCookie {
  /** The ID in the cookies of a browser. */
  read(cookies: Cookies): string
  /** The cookies for an ID. */
  write(id: string): Cookies
}

const SECRET = 'keyboard cat'
const LONG_SECRET = 'a secret with minimum length of 32 characters'

export function plainCookie(name: string): IdCookie {
  return idCookie(name, (id) => id, (value) => value)
}

export function expressCookie(name: string): IdCookie {
  return idCookie(name, (id) => `s:${id}.${sign(id, SECRET)}`, (value) => /^s:(.*)\./.exec(value)?.[1])
}

export function fastifyCookie(name: string): IdCookie {
  return idCookie(name, (id) => `${id}.${sign(id, LONG_SECRET)}`, (value) => /^(.*)\./.exec(value)?.[1])
}

/** What is sent is JSON, in base64. */
export function jsonCookie(name: string): IdCookie {
  const toValue = (id: string) => Buffer.from(JSON.stringify(id)).toString('base64')
  return idCookie(name, toValue, (value) => String(JSON.parse(Buffer.from(value, 'base64').toString())))
}

/** The same, of a text as it is. */
export function base64Cookie(name: string): IdCookie {
  const toValue = (id: string) => Buffer.from(id).toString('base64')
  const { read } = idCookie(name, toValue, (value) => Buffer.from(value, 'base64').toString())
  return { read, write: (id) => new Map([[name, toValue(id)]]) }
}

/** Koa signs in a second cookie. */
export function koaCookie(name: string): IdCookie {
  const plain = plainCookie(name)
  const signature = (id: string) => createHmac('sha1', SECRET).update(`${name}=${id}`).digest('base64url')
  return { ...plain, write: (id) => new Map([...plain.write(id), [`${name}.sig`, signature(id)]]) }
}

function idCookie(name: string, toValue: (id: string) => string, toId: (value: string) => string | undefined): IdCookie {
  return {
    read(cookies) {
      const value = cookies.get(name)
      const id = value === undefined ? undefined : toId(decodeURIComponent(value))
      if (id === undefined) throw new Error(`There is no ID in ${JSON.stringify([...cookies])}.`)
      return id
    },
    write: (id) => new Map([[name, encodeURIComponent(toValue(id))]]),
  }
}

function sign(id: string, secret: string): string {
  return createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')
}
