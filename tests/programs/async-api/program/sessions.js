/** Sessions by their ID. */
export const sessions = new Map()

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function createSessionId() {
  let id = ''
  for (let index = 0; index < 16; index++) {
    id += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
  }
  return id
}

export async function startSession(res, user) {
  const sessionId = createSessionId()
  sessions.set(sessionId, { user, startedAt: Date.now() })
  console.info('New session', sessionId, 'of', user.name)
  res.cookie('session_id', sessionId)
  res.cookie('role', user.role)
}

export async function loadUser(req, res, next) {
  const session = sessions.get(req.cookies.session_id)
  if (session) req.user = session.user
  next()
}

export function requireAdmin(req, res, next) {
  if (req.user && req.cookies.role === 'admin') return next()
  res.status(403).json({ error: 'Only for administrators' })
}

export function requireUser(req, res, next) {
  if (req.user) return next()
  res.status(401).json({ error: 'Please log in' })
}
