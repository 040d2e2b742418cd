const express = require('express');
const session = require('express-session');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
const app = express();

app.use(express.json());
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }));

function userFor(fields) {
  if (passwords[fields.name] !== fields.password) throw new Error('Wrong password');
  return { name: fields.name };
}

app.get('/', function (req, res) {
  res.send('Welcome');
});

app.post('/login', function (req, res) {
  var user;
  try {
    user = userFor(req.body);
    req.session.user = user;
    res.redirect('/account');
  } catch (error) {
    res.status(401).send(error.message);
  }
});

app.get('/account', function (req, res) {
  if (!req.session.user) return res.status(401).send('Please log in');
  res.send('Hello ' + req.session.user.name);
});

app.post('/logout', function (req, res) {
  req.session = null;
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'));
