import { isInside } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'

/** Whether a file has to do with how long ago a login was, as far as its names tell: it keeps the time, or asks for it. */
export function knowsLoginTime(file: SessionFile): boolean {
  const { tokens = [] } = file.context.sourceCode.ast
  return tokens.some(({ value }) => TIME.test(wordsOf(value))) || writesTime(file)
}

const TIME =
  /\b(?:iat|auth time|absolute|deadline|valid until|first seen|(?:created|login|log(?:ged)? ?in|sign(?:ed)? ?in|auth|authenticated|issued|started|start|expires|expiry|original|session) (?:at|on|time|date|timestamp|start|started|since|until|login|age))\b/

/** `req.session.since = Date.now()` */
function writesTime({ context, sessionAccesses }: SessionFile): boolean {
  const { sourceCode } = context
  return sessionAccesses.some(({ kind, node }) => {
    const { parent } = node
    if (kind !== 'write' || !parent || !isInside(node, parent)) return false
    return /Date\.now|new Date|performance|hrtime|dayjs|moment|Temporal/.test(plainText(parent, sourceCode))
  })
}

/** Whether a member says when its user has logged in, or until when he counts as somebody who just has: `session.loggedInAt`, `session.createdAt`. */
export function namesLoginTime(member: string, object: string | undefined): boolean {
  const words = wordsOf(member)
  return LOGIN_TIME.test(words) || (START.test(words) && /\b(?:session|token|jwt|claims|payload)$/.test(wordsOf(object ?? '')))
}

const LOGIN_TIME =
  /^(?:last )?(?:login|log(?:ged)? in|sign(?:ed)? in|auth(?:enticated)?|authentication|unlocked|elevated|(?:password|otp|mfa|2fa|totp|factor) (?:confirmed|verified|checked|entered))(?: (?:at|on|time|date|until|since|timestamp|age))+$|^last (?:login|log in|sign in|auth)$/
const START = /^(?:iat|(?:created|issued|started)(?: (?:at|on|time|date|timestamp))?)$/
