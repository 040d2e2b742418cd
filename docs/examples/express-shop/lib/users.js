const { randomBytes, scrypt, timingSafeEqual } = require('crypto')

// In the real shop this is a table.
const users = new Map()

/** Calls back with the user, or with nothing if the password is wrong. */
function verify(email, password, done) {
  const user = users.get(String(email).toLowerCase())
  if (!user) return process.nextTick(done, null, undefined)

  scrypt(String(password), user.salt, 32, (err, hash) => {
    if (err) return done(err)
    done(null, timingSafeEqual(hash, user.hash) ? user : undefined)
  })
}

function create({ email, name, password, role = 'customer' }, done) {
  const salt = randomBytes(16)
  scrypt(String(password), salt, 32, (err, hash) => {
    if (err) return done(err)
    const user = { id: users.size + 1, email: String(email).toLowerCase(), name, role, salt, hash }
    users.set(user.email, user)
    done(null, user)
  })
}

/** The same as a promise, for the newer routes. */
function verified(email, password) {
  return new Promise((resolve, reject) => {
    verify(email, password, (err, user) => (err ? reject(err) : resolve(user)))
  })
}

module.exports = { create, verified, verify }
