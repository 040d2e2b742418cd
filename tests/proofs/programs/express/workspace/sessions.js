const users = new Map()

const idOf = (req) => /(?:^|; )sid=([^;]*)/.exec(req.headers.cookie ?? '')?.[1]

exports.start = (req, res) => {
  const sessionId = Date.now()
  users.set(String(sessionId), req.body.name)
  res.cookie('sid', sessionId, { httpOnly: true })
}

exports.userOf = (req) => users.get(idOf(req))

exports.end = (req, res) => {
  users.delete(idOf(req))
  res.clearCookie('sid')
}
