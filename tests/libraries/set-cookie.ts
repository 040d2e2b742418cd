import type { CookieFacts } from '../../lib/frameworks/framework.js'

/** A cookie as a Set-Cookie header states it. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  readonly header: string
  /** What is sent, in the words of the tables; `maxAge` is the rest of its life, also where the header says Expires. */
  readonly attributes: CookieFacts['defaults']
  /** Whether the browser drops it at once. */
  readonly deleted: boolean
}

export function parseSetCookie(header: string): SetCookie {
  const [pair = '', ...rest] = header.split(';').map((part) => part.trim())
  const [name, value] = halves(pair)
  const said = new Map(
    rest.map((part) => {
      const [key, text] = halves(part)
      return [key.toLowerCase(), text] as const
    }),
  )
  const maxAge = lifetime(said)

  return {
    name,
    value: decodeURIComponent(value),
    header,
    attributes: {
      ...(said.has('httponly') && { httpOnly: true }),
      ...(said.has('secure') && { secure: true }),
      ...(said.has('samesite') && { sameSite: said.get('samesite')?.toLowerCase() as 'lax' | 'none' | 'strict' }),
      ...(said.has('path') && { path: said.get('path') }),
      ...(maxAge !== undefined && { maxAge }),
    },
    deleted: maxAge !== undefined && maxAge <= 0,
  }
}

/** Max-Age wins over Expires (RFC 6265, 5.3); Expires has whole seconds only. */
function lifetime(said: ReadonlyMap<string, string>): number | undefined {
  const maxAge = said.get('max-age')
  if (maxAge !== undefined) return Number(maxAge)

  const expires = said.get('expires')
  return expires === undefined ? undefined : Math.round((Date.parse(expires) - Date.now()) / 1000)
}

function halves(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
