const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

export function isPassword(name, password) {
  return passwords[name] === password
}

export function openSession(id, name) {
  sessions.set(id, name)
}

export function nameOf(id) {
  return sessions.get(id)
}

export function closeSession(id) {
  sessions.delete(id)
}
