var express = require('express');
var cookieSession = require('cookie-session');

var app = express();
var passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

app.use(express.json());
app.use(cookieSession({
  name: 'session',
  keys: ['keyboard cat'],
  httpOnly: false
}));

app.get('/', function (req, res) {
  res.send('Welcome');
});

app.post('/login', function (req, res) {
  if (passwords[req.body.name] !== req.body.password) return res.status(401).send('Wrong password');
  req.session.user = req.body.name;
  res.redirect('/account');
});

app.get('/account', function (req, res) {
  if (!req.session.user) return res.status(401).send('Please log in');
  res.send('Hello ' + req.session.user);
});

app.post('/orders', function (req, res) {
  if (!req.session.user) return res.status(401).send('Please log in');
  res.send('Ordered by ' + req.session.user);
});

app.post('/logout', function (req, res) {
  delete req.session;
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', function () {
  console.log('Listening');
});
