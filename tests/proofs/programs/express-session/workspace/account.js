const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

exports.login = (req, res, next) => {
  const { name, password } = req.body
  if (passwords[name] !== password) return res.sendStatus(401)
  req.session.user = name
  req.session.save((err) => {
    if (err) return next(err)
    res.redirect('/account')
  })
}

exports.show = (req, res) => {
  if (!req.session.user) return res.sendStatus(401)
  res.send(`Hello ${req.session.user}`)
}

exports.logout = (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
}
