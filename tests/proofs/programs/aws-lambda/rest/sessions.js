/** Stands for the table in DynamoDB. */
const sessions = new Map()

exports.sessionIdOf = (event) => /(?:^|; )sid=([^;]+)/.exec(event.headers.cookie || '')?.[1]

exports.find = async (id) => sessions.get(id)

exports.save = async (id, user) => {
  sessions.set(id, user)
}

exports.remove = async (id) => {
  sessions.delete(id)
}
