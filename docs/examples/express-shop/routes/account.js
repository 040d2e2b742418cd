const { Router } = require('express')

const { forget, remember } = require('../lib/remember')
const users = require('../lib/users')

const router = Router()

router.post('/login', (req, res, next) => {
  users.verify(req.body.email, req.body.password, (err, user) => {
    if (err) return next(err)
    if (!user) return res.status(401).json({ error: 'Wrong e-mail or password' })

    req.session.userId = user.id
    if (req.body.remember) {
      res.cookie('remember_token', remember(user))
    }
    res.json({ name: user.name })
  })
})

// A new customer is logged in straight away.
router.post('/register', (req, res, next) => {
  const { email, name, password } = req.body

  users.create({ email, name, password }, (err, user) => {
    if (err) return next(err)
    req.session.userId = user.id
    res.status(201).json({ name: user.name })
  })
})

router.post('/logout', (req, res) => {
  forget(req.cookies.remember_token)
  res.clearCookie('remember_token')
  res.clearCookie('shop.sid')
  res.status(204).end()
})

module.exports = router
