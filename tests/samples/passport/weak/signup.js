const express = require('express')
require('passport')

const router = express.Router()

router.post('/signup', (req, res) => {
  req.logIn(createUser(req.body), () => res.redirect('/'))
})
