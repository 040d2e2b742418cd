const express = require('express');
const cookieParser = require('cookie-parser');
const session = require('express-session');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
const remembered = {};

const app = express();
app.use(express.json());
app.use(cookieParser());
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }));

const userOf = (req) => req.session.user || remembered[req.cookies.remember_me];

app.get('/', (req, res) => {
  res.send('Welcome');
});

app.post('/login', (req, res, next) => {
  const { name, password } = req.body;
  if (passwords[name] !== password) return res.sendStatus(401);
  if (name) {
    req.session.user = name;
    const rememberToken = Math.random().toString(36).slice(2);
    remembered[rememberToken] = name;
    res.cookie('remember_me', rememberToken);
    return res.redirect('/account');
  }
  res.sendStatus(400);
});

app.get('/account', (req, res) => {
  const name = userOf(req);
  if (!name) return res.sendStatus(401);
  res.send(`Hello ${name}`);
});

app.post('/logout', (req, res) => {
  delete remembered[req.cookies.remember_me];
  res.clearCookie('remember_me');
  res.clearCookie('connect.sid');
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'));
