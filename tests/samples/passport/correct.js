const express = require('express')
const passport = require('passport')

const router = express.Router()

router.post('/api', passport.authenticate('jwt', { session: false }), (req, res) => res.json(req.user))

router.post('/signup', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.logIn(createUser(req.body), (error) => (error ? next(error) : res.redirect('/')))
  })
})

router.post('/logout', (req, res, next) => {
  req.logout()
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})
