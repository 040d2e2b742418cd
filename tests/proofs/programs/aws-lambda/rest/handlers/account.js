const sessions = require('../sessions')

exports.handler = async (event) => {
  const user = await sessions.find(sessions.sessionIdOf(event))
  return user ? { statusCode: 200, body: `Hello ${user}` } : { statusCode: 401, body: 'Please log in' }
}
