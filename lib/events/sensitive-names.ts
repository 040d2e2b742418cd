import { lastName } from '../ast/last-name.js'
import type { Node } from '../ast/nodes.js'
import type { ReadableDataWritten } from './events.js'
import { wordsOf } from './names.js'

/** Whether data says by its name that nobody else may read it. */
export function namesSensitive({ isWhole, key, value }: ReadableDataWritten): boolean {
  const name = wordsOf(key)
  if (PASSWORD.test(name) || OF_PEOPLE.has(name)) return true
  // A cookie that is called a secret is how that secret reaches its owner.
  if (isWhole) return false
  // There are hashes of everything.
  return name === 'hash' || name === 'salt' ? isOfPassword(value) : OF_PROGRAMS.has(name)
}

/** Whether data says by its name that it is about a person. */
export function namesPersonal(key: string): boolean {
  return PERSONAL.has(wordsOf(key))
}

/** `passwordHash`, `user.hash` */
function isOfPassword(value: Node): boolean {
  const name = wordsOf(lastName(value) ?? '')
  const owner = value.type === 'MemberExpression' ? wordsOf(lastName(value.object) ?? '') : ''
  return /\b(?:password|passwd|pwd)\b/.test(name) || /\b(?:user|account)\b/.test(owner)
}

/** Whole names: `passwordChangedAt` and `hasPassword` say nothing that is secret. */
const PASSWORD =
  /^(?:(?:user|admin|account|login|plain|plaintext|raw|clear|hashed|encrypted|old|new|current|confirm|repeat|temp|temporary|smtp|ldap|db|database) )*(?:passwords?|passwd|pwd|passphrase|pass word)(?: (?:hash|hashed|digest|salt|confirm|confirmation))*$/

/** What people may lose money or their name by. */
const OF_PEOPLE = words(
  'ssn, social security, social security number, cvv, cvc, cvv2, cvc2, card number, credit card, credit card number, debit card number, cc number',
  'card cvv, card cvc, bank account number, iban, passport number, tax id, security answer, recovery codes, backup codes, pin',
)

/** What opens other doors. */
const OF_PROGRAMS = words(
  'secret, client secret, api secret, app secret, totp secret, otp secret, mfa secret, two factor secret, 2fa secret, twofa secret, shared secret',
  'webhook secret, secret key, api key, apikey, private key, secret access key, encryption key, signing key, master key, refresh token',
)

const PERSONAL = words(
  'email, e mail, mail, email address, phone, phone number, mobile, mobile number, telephone, address, street, street address, home address',
  'birthday, birthdate, birth date, date of birth, dob, national id, id card number, gender, religion, ethnicity',
)

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(', ').split(', '))
}
