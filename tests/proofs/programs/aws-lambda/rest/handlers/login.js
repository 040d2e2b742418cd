const { createHash } = require('crypto')
const sessions = require('../sessions')

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

exports.handler = async (event) => {
  const { name: username, password } = JSON.parse(event.body)
  if (passwords[username] !== password) {
    return { statusCode: 401, body: 'Wrong password' }
  }
  const sessionId = createHash('sha1').update(`${username}${Date.now()}`).digest('hex')
  await sessions.save(sessionId, username)
  return {
    statusCode: 200,
    headers: {
      'Content-Type': 'text/plain',
      'Set-Cookie': `sid=${sessionId}; Path=/; SameSite=Lax`,
    },
    body: 'Hello',
  }
}
