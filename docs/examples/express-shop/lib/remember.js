const crypto = require('crypto')

const remembered = new Map()

/** Remembers a user on this computer. */
function remember(user) {
  const token = createToken(user.email)
  remembered.set(token, user.id)
  return token
}

function createToken(email) {
  return crypto.createHash('md5').update(email + Date.now()).digest('hex')
}

function recall(token) {
  return remembered.get(token)
}

function forget(token) {
  remembered.delete(token)
}

module.exports = { forget, recall, remember }
