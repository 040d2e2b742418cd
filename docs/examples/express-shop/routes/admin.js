const express = require('express')

const users = require('../lib/users')

const router = express.Router()

function onlyAdmins(req, res, next) {
  if (req.session.isAdmin) return next()
  res.status(403).json({ error: 'Staff only' })
}

router.post('/login', async (req, res) => {
  const { email, password } = req.body
  const user = await users.verified(email, password)

  if (!user || user.role !== 'admin') {
    res.status(401).json({ error: 'Wrong e-mail or password' })
    return
  }

  req.session.userId = user.id
  req.session.isAdmin = true
  res.json({ name: user.name, role: user.role })
})

router.get('/reports', onlyAdmins, (req, res) => {
  res.json({ visitors: 12, orders: 3 })
})

router.post('/logout', onlyAdmins, (req, res, next) => {
  console.log('%s has left the office', req.session.userId)
  res.clearCookie('shop.sid', { path: '/' })
  res.redirect('/')
})

module.exports = router
