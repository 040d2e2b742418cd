import { baseName } from './base-name.js'
import { LONGEST_NAME, wordsOf } from './names.js'

/** Words before the name of a secret that leave it one. `DEV_JWT_SECRET` and `TEST_SECRET` are none of production. */
const OWNER = '(?:(?:the|my|our|default|app|application|server|web|http|express|koa|fastify|next|nuxt|user|users|admin|api|main) )*'

const SIGNING = '(?:session|sessions|sess|cookie|cookies|jwt|jwts|auth|authentication|nextauth|next auth|better auth|iron session|login|access token|refresh token|access|refresh|id token|auth token|session token)'
const KIND = '(?:(?:access|refresh|token|signing|sign|signature|encryption|cookie|session|auth|jwt|hmac|private|secret) )*'
const QUALIFIED = new RegExp(`^${OWNER}${SIGNING} ${KIND}(?:secret|secrets|secret key|secretkey|signing key)(?: string| value| key)?$`)
const PASSWORD = new RegExp(`^${OWNER}(?:secret )?(?:session|cookie|iron session) (?:secret )?password$`)

/** Whether a variable or a property is named as a secret that signs sessions, cookies or tokens: `SESSION_SECRET`, `jwtSecret`. */
export function namesSecret(name: string): boolean {
  if (!BAIT.test(name) || name.length > LONGEST_NAME) return false
  const words = wordsOf(name)
  return QUALIFIED.test(words) || PASSWORD.test(words)
}

const BAIT = /secret|password|signing_?key/i

/** Whether a name may be that of a signing key, and as well that of a place where something is kept: `cookieKey`, `TOKEN_KEY`. */
export function namesSigningKey(name: string): boolean {
  return KEY_BAIT.test(name) && name.length <= LONGEST_NAME && KEY.test(wordsOf(name))
}

const KEY_BAIT = /key/i
const KEY = new RegExp(`^${OWNER}(?:session|cookie|jwt|token|auth token|access token|refresh token) (?:encryption |private )?keys?$`)

/** Whether a text is none that people give to a place: `thenetninjaisawesomeiguess`, and not `access_token` or `cart-of-visitor`. */
export function looksSecret(text: string): boolean {
  const words = wordsOf(text)
  if (/secret|keyboard ?cat|passw|shh/i.test(text)) return true
  if (text.length < SHORTEST_SECRET || OF_PLACES.test(text)) return false
  return /\d/.test(text) ? !/^(?:[a-z]+ )*(?:v ?)?\d{1,2}$/.test(words) : !words.includes(' ')
}

const SHORTEST_SECRET = 16
const OF_PLACES = /token|session|sess|cookie|auth|jwt|user|login|store|storage|cache|data|state|key|name/i

/** Whether an object is named as the settings of sessions, cookies or tokens, so that its `secret` is theirs. */
export function namesSecretHolder(name: string): boolean {
  return HOLDER.test(wordsOf(name.slice(0, LONGEST_NAME)))
}

const HOLDER =
  /^(?:(?:the|my|default|app|application|server|express|koa|fastify) )*(?:session|sessions|cookie|cookies|jwt|auth|authentication|cookie session|express session|access token|refresh token)(?: (?:config|configuration|conf|options|opts|settings|constants|params|token|cookie|session))*$/

/** Whether an object is named as the words that a page shows, or as the names of its parts: `labels`, `errorMessages`, `testIds`. */
export function namesWordsOfPage(name: string): boolean {
  return WORDS_OF_PAGE.test(wordsOf(name.slice(0, LONGEST_NAME)))
}

const WORDS_OF_PAGE =
  /\b(?:messages?|labels?|titles?|headings?|captions?|texts?|strings|errors?|placeholders?|hints?|tooltips?|descriptions?|translations?|i18n|locales?|test ?ids?|element ids?|selectors?|columns?|icons?)$/

/** Whether a secret is of those that stand in documentation, and that attackers try first. */
export function isSample(text: string): boolean {
  if (text.length > LONGEST_NAME) return false
  const letters = text.toLowerCase().replace(/[^a-z\d]+/g, '')
  return letters !== '' && (PUBLISHED.has(letters) || /^s+h+$/.test(letters) || isMadeOfWords(letters))
}

/** Secrets that stand in the references of libraries, without anything but their letters and digits. */
const PUBLISHED = new Set([
  'keyboardcat', 'cat', 'cats', 'tobi', 'tobiisaferret', 'iliketurtle', 'imanewersecret', 'r3m3mb3r', 's3cr3t', 's3cret', 's3cret1', 'secretcuisine',
  'averylogphrasebiggerthanthirtytwochars', 'itisverysecret', 'secretingredient', 'fischlvonluftschlossnarfidort', 'fischlsvonluftschlossnarfidort',
  'wsyhfac2u6nzbuafsf3ksr6', 'abc', 'abc123', 'qwerty', 'foo', 'bar', 'foobar', 'helloworld', 'x', 'xxx',
  'changethisbeforeshippingtoprodoryouwillbefired',
])

/** The words in which people ask others to replace a secret: `my-super-secret-key-change-in-production`. */
const MADE_UP: readonly string[] = [
  'this that is a an the my your our some any very super top real really ultra mega new own just also and or i am you should must need needs please be',
  'app application express node js nest next session sessions sess cookie cookies jwt token tokens auth access refresh api server user web site',
  'dev devel development local test testing default example sample demo dummy fake temp temporary insecure unsafe placeholder fallback tutorial',
  'long longer strong random complex secure safe private good simple secret secrets key keys password passwd pass passphrase phrase string value word text thing',
  'change changed replace replaced set put use insert enter type add here me it in to by with from for of at least on as not do dont never only',
  'instead create keep outside source code file',
  'production prod todo fixme min minimum max length bit bits byte bytes char chars character characters than more',
  '0 1 2 12 16 32 64 123 128 256 512 1234 12345 123456 123456789 1234567890',
].flatMap((words) => words.split(' '))

/** Whether a text is such words in a row: found from its start, so that no text takes long. */
function isMadeOfWords(letters: string): boolean {
  const ends = new Set([0])
  for (let end = 0; end < letters.length; end++) {
    if (!ends.has(end)) continue
    for (const word of MADE_UP) if (letters.startsWith(word, end)) ends.add(end + word.length)
  }
  return ends.has(letters.length)
}

/** Whether a text says where a secret comes from, or what is wrong with one, rather than being one. */
export function isNoSecret(text: string, name: string): boolean {
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text) || /^(?:string|text|varchar|required|optional|hidden|password|boolean|undefined|null|none|true|false)$/i.test(text)) return true
  if (/[<>{}]|^\$|^%|^(?:process\.env|env|vault|ssm|arn|file|secret|projects|ref|op):?[.:/]|^[./~]|:\/\/|^@/.test(text)) return true
  if (/^[a-z]\w*(?:\.[a-z]\w*)+$/i.test(text)) return true
  if (/\s/.test(text)) return !isSample(text) || isLabel(text, name) || /\b(?:must|should|is|was) (?:be|not|not be) set\b/i.test(text)
  return repeatsName(text, name) && wordsOf(name) !== 'secret'
}

/** Whether a text is a name once more: `jwt_secret` for `JWT_SECRET`. */
export function repeatsName(text: string, name: string): boolean {
  return wordsOf(text) === wordsOf(name)
}

/** `JWT secret`, `Enter your session secret` */
function isLabel(text: string, name: string): boolean {
  const said = wordsOf(name).split(' ')
  return wordsOf(text).split(' ').every((word) => said.includes(word) || /^(?:a|an|the|your|enter|please|key|value|string|is|for|of|token)$/.test(word))
}

/** Whether a text is a key that everybody may have: who has it can verify, and not sign. */
export function isPublicKey(text: string): boolean {
  return /-----BEGIN (?:RSA )?PUBLIC KEY-----|-----BEGIN CERTIFICATE-----|^ssh-(?:rsa|ed25519) /.test(text)
}

/** Whether a file is made to show something, or to try it out: what it holds is made up. */
export function holdsMadeUpSecrets(filename: string): boolean {
  const path = filename.replaceAll('\\', '/')
  const base = baseName(path)
  return MADE_UP_FILE.test(wordsOf(base)) || /\/(?:__mocks__|mocks?|mock-(?:server|api|backend)|seeds?|seeders?|migrations)\/[^/]*$/.test(path)
}

const MADE_UP_FILE =
  /\b(?:example|examples|sample|tst|mocks?|mocked|fixtures?|seeds?|seeder|test|tests|spec|e2e|jest|vitest|playwright|cypress|stories|story|migration)\b/

/** Whether a file holds the settings of a place where a program is developed, or the words of its pages. */
export function isNoConfiguration(filename: string): boolean {
  const path = filename.replaceAll('\\', '/')
  const base = baseName(path)
  return /^(?:dev|devel|development|local|test|testing|ci)\b/.test(wordsOf(base)) || /\/(?:locales?|lang|langs|i18n|translations?|messages)\//.test(path)
}
