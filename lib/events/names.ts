/**
 * The words of an identifier, in lower case and separated by spaces: `userId`, `user_id`, `USER-ID`
 * and `user.id` are all `user id`. Names are compared by whole words, so that `inside` is no `sid`.
 */
export function wordsOf(name: string): string {
  const known = words.get(name)
  if (known !== undefined) return known
  if (words.size >= MOST_NAMES) words.clear()
  const found = split(name)
  words.set(name, found)
  return found
}

/** The same few names are asked about again and again. */
const words = new Map<string, string>()
const MOST_NAMES = 1000

function split(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Longer names are not looked at; no person wrote them. */
export const LONGEST_NAME = 256

/**
 * Properties of a session that say who the user is. Exact names only: `userAgent`, `returnTo`,
 * `pendingUserId` and `loginAttempts` are no logins.
 */
export function isIdentity(property: string): boolean {
  return IDENTITIES.has(wordsOf(property).replaceAll(' ', ''))
}

const IDENTITIES = new Set([
  'user', 'userid', 'uid', 'loggedin', 'logged', 'islogged', 'isloggedin', 'isuserloggedin', 'userloggedin', 'islogin', 'isauthenticated', 'authenticated', 'isauth',
  'account', 'accountid', 'admin', 'adminid', 'isadmin', 'currentuser', 'currentuserid', 'loggedinuser', 'authuser',
])

/** Properties that say who the user is once a password was checked; before that, a form may keep them for its next step. */
export function describesUser(property: string): boolean {
  return DESCRIPTIONS.has(wordsOf(property).replaceAll(' ', ''))
}

const DESCRIPTIONS = new Set([
  'username', 'email', 'useremail', 'userinfo', 'userdata', 'loginuser', 'login', 'auth', 'authorized', 'profile',
  'customer', 'customerid', 'member', 'memberid', 'employee', 'employeeid',
])

/** Whether a function, a route or a file is named as one that logs users out. */
export function namesLogout(name: string): boolean {
  return LOGOUT.test(wordsOf(name))
}

const LOGOUT = /\b(?:log ?(?:out|off)|sign ?(?:out|off)|end session)(?: user)?\b/

/** Whether a function says in its name that it ends sessions or revokes tokens. */
export function namesDeletion(name: string): boolean {
  return DELETION.test(wordsOf(name)) || namesLogout(name)
}

const DELETION =
  /\b(?:destroy|revoke|invalidate|(?:remove|delete)(?! header)|del|regenerate|rotate|blacklist|denylist|blocklist|terminate|expire)\b|\bunlink$|\b(?:end|clear|kill|drop|purge|close|finish|deactivate)\b.*\b(?:sessions?|tokens?)\b/

/** Whether a function says in its name that it ends the session of whoever asks: `destroySession`, `deleteSessionCookie`, `logout`. */
export function namesSessionEnd(name: string): boolean {
  return SESSION_END.test(wordsOf(name))
}

const SESSION_END = /^(?:destroy|invalidate|end|delete|clear|remove|revoke|terminate|kill) (?:(?:user|auth|current|server) )?session(?: (?:token )?cookie)?$|^(?:log|sign) ?(?:out|off)(?: user)?$/

/** Whether a function says in its name that it renews a session. */
export function namesRenewal(name: string): boolean {
  return RENEWAL.test(wordsOf(name))
}

/** `requireFreshSession` asks how old a login is. */
const RENEWAL =
  /\b(?:regenerate|regen|rotate|renew|cycle|migrate|recreate|reissue|(?:create|new|reset|refresh|replace|restart|start) session|(?<!\b(?:check|ensure|has|is|needs?|requires?|verify) )fresh session)\b/

/** Whether a middleware says in its name that it lets only logged-in users pass. */
export function namesGuard(name: string): boolean {
  return GUARD.test(wordsOf(name))
}

const GUARD =
  /\b(?:(?:require|ensure|is|check|needs?|must|only|has|verify|assert)\b.*\b(?:auth|authed|authenticated|authentication|login|logged|user|session|admin|member)|(?:auth|authenticated|logged in|login) (?:required|only|guard|check|middleware)|protect|protected|authorize|authorized|restrict|secured)\b/

/** Whether a handler says in its name or path that it changes a user who is already known. */
export function namesUpdate(name: string): boolean {
  return UPDATE.test(wordsOf(name))
}

const UPDATE = /\b(?:update|edit|change|save|patch|profile|settings|preferences|avatar|refresh|sync|impersonate|switch)\b/

/** Whether the name of a cookie tells which library wrote it: `connect.sid`, and not `session`. */
export function tellsLibrary(name: string): boolean {
  return !/^(?:__(?:host|secure)-)?_*(?:id|sid|ssid|sess|session|session[-_]?id|token)$/i.test(name)
}

/** Whether the name of a cookie or token says that it outlives a session: `remember_me`, `refreshToken`. */
export function namesRemembered(name: string): boolean {
  return /\b(?:remember(?:ed|me)?|refresh|persistent|keep)\b/.test(wordsOf(name))
}

/** Whether the name of a value says that it outlives a session: `tokens.refresh.token`, and not `refreshAccessToken`, which gives another. */
export function namesRememberedValue(name: string): boolean {
  return /\b(?:refresh|remember(?:ed| me)?|persistent)(?: (?:token|jwt))?(?: (?:value|string|raw))?$/.test(wordsOf(name))
}

/** Whether people call a logger so: `log`, `logger`, `auditLogger`. */
export function namesLogger(name: string): boolean {
  return /\b(?:log|logger|logging)$/.test(wordsOf(name))
}

/** Whether people call so what they give to a log, or what leads there: `logContext`, `req.log`. */
export function namesLogged(name: string): boolean {
  return namesLogger(name) || LOGGED.test(wordsOf(name))
}

const LOGGED = /\blog(?:ger|ging)?(?: (?:context|ctx|fields?|data|info|meta|metadata|extras?|bindings?|entry|line|record|tags?|attributes|props))$/
