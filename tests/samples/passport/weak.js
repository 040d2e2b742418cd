const express = require('express')
const passport = require('passport')

const router = express.Router()

router.post('/login', passport.authenticate('local', { successRedirect: '/', failureRedirect: '/login' }))

router.post('/signup', (req, res, next) => {
  req.logIn(createUser(req.body), (err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})

router.post('/logout', (req, res) => {
  req.logout()
  res.redirect('/')
})
