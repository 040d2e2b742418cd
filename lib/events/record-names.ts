import { isOtherKind } from './id-names.js'
import { wordsOf } from './names.js'

const OWNER = '(?:(?:the|my|our|app|web|http|server|db|user|users|login|auth|authentication|account|admin|active|open|current|live|memory|in memory|valid) )*'
const RECORD = '(?:sess|sessions?|(?:session|auth|access|refresh|login) ?tokens?)'
const HOLDER = '(?: (?:by id|by token|by sid|store|map|table|tbl|model|schema|entity|collection|coll|records?|data|db|kv|storage))*'

/** Whether a variable is named as a place where the sessions of all users are kept. */
export function isStoreName(name: string): boolean {
  return STORE.test(wordsOf(name))
}

const STORE = new RegExp(`^${OWNER}(?:sessions|tokens|(?:session|auth|access|refresh|login) ?tokens|session ?(?:store|map|table|db|kv|storage|data|by id|by token))${HOLDER}$`)

/** Whether a table, a collection or a model is named as one for sessions. */
export function isSessionTable(name: string): boolean {
  return TABLE.test(wordsOf(name)) && !isOtherKind([name])
}

const TABLE = new RegExp(`^${OWNER}${RECORD}${HOLDER}$`)

/** Whether the text before an ID says that a session is kept under it: `session:`, `app:sess:`. With slashes it is a path. */
export function isSessionKey(prefix: string): boolean {
  return !prefix.includes('/') && KEY.test(wordsOf(prefix)) && !isOtherKind([prefix])
}

const KEY = new RegExp(`\\b(?:sid|${RECORD})$`)

/** Whether a column may hold the ID of a session. */
export function isRecordId(column: string): boolean {
  return ID.test(wordsOf(column))
}

const SECRET = '(?:(?:user|auth|access|refresh|login|session) )?(?:token|secret|verifier|validator)|session(?: id)?'
const HASHED = `hash|hashed (?:${SECRET})|(?:${SECRET}) (?:hash|digest)`
const ID = new RegExp(`^(?:id|key|session key|sid|sess ?id|${SECRET}|${HASHED})$`)

/** Whether a column holds only a hash of what its owner is asked for: whoever has the number of the row needs the secret as well. */
export function isHashedSecret(column: string): boolean {
  return HASHED_SECRET.test(wordsOf(column))
}

const HASHED_SECRET = new RegExp(`^(?:${HASHED})$`)

/** Whether a column may be there to find a row by. */
export function isFoundBy(column: string): boolean {
  return /^(?:id|key|sid|sess ?id|session id)$/.test(wordsOf(column))
}

/** Whether a column holds what its owner is asked for, rather than the number of a row. */
export function isSecretId(column: string): boolean {
  return isRecordId(column) && !/^(?:id|key)$/.test(wordsOf(column))
}

/** Whether the columns beside an ID say that its row is an appointment, a show or a game that people call a session. */
export function isOtherRow(columns: readonly string[]): boolean {
  return isOtherKind(columns) || columns.some((column) => OTHER_COLUMN.test(wordsOf(column)))
}

const OTHER_COLUMN =
  /\b(?:notes?|summary|prompt|messages|projects?|plan|program|goal|started|ended|title|subject|topic|rooms?|courses?|lessons?|trainer|coach|speakers?|mentor|tutor|teacher|students?|patient|doctor|movie|film|screen|seats?|players?|score|level|duration|venue|capacity|price|amount|questions?|answers?|exam|workout|exercises?|starts? (?:at|on|time)|start (?:date|time)|end (?:date|time))\b/

/** Whether the names of a row, its columns and its table, say that it is a user's, or how long it counts. */
export function hasOwner(names: readonly string[]): boolean {
  return names.some((name) => OWNER_COLUMN.test(wordsOf(name)))
}

const OWNER_COLUMN = /\b(?:user|users|account|member|customer|admin|owner|email|username|login|expir\w*|ip|agent)\b/
