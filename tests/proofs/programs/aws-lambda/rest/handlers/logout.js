const sessions = require('../sessions')

exports.handler = (event, context, callback) => {
  sessions.remove(sessions.sessionIdOf(event)).then(() => {
    callback(null, {
      statusCode: 200,
      headers: { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' },
      body: 'Bye',
    })
  }, callback)
}
