import { createServer } from 'node:http'
import { parse } from 'cookie'

createServer(async (req, res) => {
  const cookies = parse(req.headers.cookie ?? '')
  const user = await User.findById(cookies.userId)
  res.end(JSON.stringify(user))
})
