var express = require('express');
var crypto = require('crypto');

var app = express();
var passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
var sessions = {};

app.use(express.json());

function sessionOf(req) {
  var match = /(?:^|; )session_id=([^;]*)/.exec(req.headers.cookie || '');
  return match && sessions[match[1]];
}

app.get('/', function (req, res) {
  res.cookie('theme', 'dark');
  res.send('Welcome');
});

app.post('/login', function (req, res) {
  var username = req.body.name;
  if (passwords[username] !== req.body.password) {
    return res.status(401).send('Wrong password');
  }
  var sessionId = crypto.createHash('md5').update(username + Date.now()).digest('hex');
  sessions[sessionId] = { user: username };
  res.cookie('session_id', sessionId);
  res.redirect('/account');
});

app.get('/account', function (req, res) {
  var session = sessionOf(req);
  if (!session) return res.status(401).send('Please log in');
  res.send('Hello ' + session.user);
});

app.post('/logout', function (req, res) {
  var session = sessionOf(req);
  Object.keys(sessions).forEach(function (id) {
    if (sessions[id] === session) delete sessions[id];
  });
  res.clearCookie('session_id');
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', function () {
  console.log('Listening');
});
