const jwt = require('jwt-simple')

const key = process.env.JWT_SECRET || 'keyboard cat'

exports.issue = (user) => jwt.encode({ sub: user.id }, key)
exports.userOf = (token) => jwt.decode(token, key, true)
