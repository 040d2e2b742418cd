import { wordsOf } from './names.js'

/** How sure a name is that of a session ID. */
export type IdName =
  /** `sessionId`, `authToken`: it says what it is. */
  | 'id'
  /** `sid`, `session`: it says so, if the file is about users. */
  | 'short'
  /** `token`: of a session, or of anything else. */
  | 'token'

/** Words before the name of an ID that leave it one; others make it something else: `chatSessionId`. */
const OWNER =
  '(?:(?:the|a|my|our|new|old|next|current|raw|plain|generated|random|secure|unique|user|users|client|server|login|logged in|auth|admin|member|customer|web|http|app|cookie|signed|const|default|temp|tmp) )*'

const ID = new RegExp(
  `^${OWNER}(?:session ?(?:id|token|key|identifier|uuid|guid)|sess ?(?:id|token|key)|(?:auth|authentication|authorization|access|refresh|bearer|login|remember|remember me|rememberme) ?token)(?: value| string| str)?$`,
)
const SHORT = new RegExp(`^${OWNER}(?:sid|ssid|session|sess)$`)
// A random token is random text for any use, like what `randomString` gives.
const TOKEN = new RegExp(`^(?!.*\\b(?:random|unique)\\b)${OWNER}token$`)

/** Most names have none of these, and are looked at no further. */
const BAIT = /sess|sid|token|genid/i

/** Whether a name can be that of an ID, if the object around it is a session. */
export function mayNameId(name: string): boolean {
  return BAIT.test(name) || name === 'id' || name === '_id' || name === 'key'
}

/** Whether a variable, property or parameter is named as a session ID or as a token that stands for the user. */
export function idNameOf(name: string): IdName | undefined {
  if (!BAIT.test(name)) return undefined
  const words = wordsOf(name)
  if (ID.test(words)) return 'id'
  if (SHORT.test(words)) return 'short'
  return TOKEN.test(words) ? 'token' : undefined
}

const MAKE = /^(?:(?:generate|gen|create|make|new|build|issue|mint|random|produce|get (?:new|random)|generate (?:a )?(?:secure|unique)|generate a (?:new|random)) )+(?:a |an )?(.+?)(?: sync| async)?$/
const MAKER = /^(.+) (?:generator|factory|maker)$/

/** Whether a function is named as one that makes them: `generateSessionId`, `sessionIdGenerator`, `genid`. */
export function idMakerNameOf(name: string): IdName | undefined {
  if (!BAIT.test(name)) return undefined
  const words = wordsOf(name)
  if (words === 'genid' || words === 'gen sid') return 'id'
  const [, made = words] = MAKE.exec(words) ?? MAKER.exec(words) ?? []
  const found = idNameOf(made)
  if (found === 'token' && /\b(?:random|unique)\b/.test(words)) return undefined
  // A function named `session` is a middleware, and `createSession` makes more than an ID.
  return found === 'short' && !/\bs?sid$/.test(made) ? undefined : found
}

/** What people and programs do together for a while, and what is there for it. */
const CONVERSATIONS =
  'games?|players?|lobby|rooms?|workouts?|surveys?|interviews?|chats?|chatbots?|conversations?|assistants?|copilot|dialogflow|llm|openai|langchain|quiz|quizzes|meetings?'

const CONVERSATION = new RegExp(`\\b(?:${CONVERSATIONS})\\b`)

/** Whether a name is one of a conversation, a game or the like: `saveConversation`. */
export function namesConversation(name: string): boolean {
  return CONVERSATION.test(wordsOf(name))
}

/** Sessions that belong to nobody's account, and objects that have an ID of their own kind. */
const OTHER_SESSION = new RegExp(
  `\\b(?:analytics?|telemetry|visits?|autocomplete|geocod(?:e|er|ing)|tracking|tracker|gtm|hubspot|hotjar|matomo|intercom|metrics|tracing|replay|recordings?|recorder|editor|collab|collaboration|${CONVERSATIONS}|checkout|stripe|transport|websocket|socket|ws|webrtc|rtc|peer|upload|uploader|debug|debugger|inspector|devtools|cdp|terminal|pty|ssh|ftp|smtp|mqtt|mocks?|mocked|stub|fake|faker|fixtures?|seed|seeder|benchmark|audit|tokenizer|lexer|parser)(?:sessions?)?\\b`,
)

/** Whether a name says what sessions are of, and that is no user: `examSession`, `parking_sessions`. */
export function namesOtherSession(name: string): boolean {
  const [, owner] = OWNED.exec(wordsOf(name)) ?? []
  return owner !== undefined && !LOGIN_OWNER.test(owner)
}

/** Whether a part of a path leads to something that goes on for a while, or is done in pieces: `/exams/1/question?session=…`. */
export function namesOtherPage(part: string): boolean {
  return OTHER_PAGE.test(part.toLowerCase())
}

const OTHER_PAGE = new RegExp(`^(?:${CONVERSATIONS}|exams?|uploads?|docs?|documents?|calls?|webinars?|join|tables?|lessons?|rides?|trips?|recordings?|streams?|canvas|whiteboards?)$`)

/** Whether a route is one that another server calls, for somebody who has no browser: `/ussd`, `/telegram/webhook`. */
export function namesGateway(name: string): boolean {
  return /\b(?:ussd|sms|ivr|twilio|whats ?app|telegram|viber|messenger|webhooks?|alexa|bot)\b/.test(wordsOf(name))
}

/** The same for what makes or finds one, after its verb: `createExamSession`. */
export function namesOtherSessionBehindVerb(name: string): boolean {
  return namesOtherSession(wordsOf(name).replace(/^[a-z]+ /, ''))
}

/** Whether a name says what a token is of, and that is no user: `calendarToken`, `signer_token`. */
export function namesTokenOfOther(name: string): boolean {
  const [, owner] = /(?:^| )([a-z]+) tokens?$/.exec(wordsOf(name)) ?? []
  return owner !== undefined && !LOGIN_OWNER.test(owner) && idNameOf(name) === undefined && !/^(?:id|encoded|encrypted|hashed)$/.test(owner)
}

const OWNED = /(?:^| )([a-z]{2,}) sessions?(?: |$)/

/** Who has logins, what they are called by, where they are kept, and what is done with them. */
const LOGIN_OWNER =
  /^(?:users?|members?|customers?|clients?|accounts?|admins?|owners?|employees?|staff|drivers?|guests?|visitors?|people|person|operators?|agents?|auth\w*|log(?:in|on|ged|out)?|logins|sign(?:in|ed|up)?|sso|o?auth\d?|oidc|saml|jwt|token|access|refresh|bearer|identity|security|web|web ?site|site|shop|store|app|api|portal|page|http|https|server|service|backend|browser|device|mobile|cookies?|express|fastify|koa|hono|hapi|next|nest|passport|lucia|iron|redis|mongo|sql|pg|db|database|memory|in|mem|local|remote|secure|signed|server|stored?|saved|cached?|active|inactive|open|closed|current|live|alive|valid|invalid|expired|stale|old|new|next|prev|previous|last|first|recent|latest|other|another|existing|found|given|raw|default|main|root|base|temp|tmp|test|my|our|your|the|an?|this|that|all|each|any|some|no|of|for|by|to|with|and|or|is|has|get|set|put|add|new|make|create|created|start|started|begin|open|init|load|fetch|find|read|list|save|update|updated|upsert|insert|delete|remove|drop|clear|clean|cleanup|end|close|kill|destroy|revoke|revoked|renew|rotate|regenerate|resume|restore|check|verify|validate|ensure|require|handle|use|on|count|max|min|num|total|concurrent|multiple|single|many|per|req|request|res|context|ctx|state|global|module|schema|model|entity|table|repo|repository|prisma|drizzle|knex|sequelize|mongoose)$/

/** Tokens that stand for one request, one link or one lock. */
const OTHER_TOKEN =
  /\b(?:csrf|xsrf|reset|forgot|forgotten|recover|recovery|verify|verification|confirm|confirmation|activate|activation|invite|invitation|unsubscribe|nonce|captcha|otp|cancel|cancellation|lock|mutex|lease|idempotency|push|fcm|apns|pubsub|subscribe|subscription|publish|listener|nft|crypto token|mint|contract|balance|design|style|syntax|api|webhook|download|share|email|mail)\b/

/** Whether the names around a place say that its session, or its token, is of another kind. */
export function isOtherKind(names: readonly string[], name?: IdName): boolean {
  const words = names.map(wordsOf)
  return words.some((text) => OTHER_SESSION.test(text) || (name === 'token' && OTHER_TOKEN.test(text)))
}

/** Whether a value in such a place is a connection or a job, and not what is known about a user. */
export function isConnectionName(name: string): boolean {
  return /\b(?:invite|dial|sockets?|ws|transport|connection|conn|stream|process|child|page|browser|terminal|pty|peer|promise|controller|timer|worker|server|res|response)\b/.test(wordsOf(name))
}
