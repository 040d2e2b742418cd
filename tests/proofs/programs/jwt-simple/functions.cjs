const { randomUUID } = require('node:crypto');
const cookieParser = require('cookie-parser');
const express = require('express');
const jwt = require('jwt-simple');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
// Who stays logged in, by what only asks for new tokens.
const devices = new Map();

const jwtSecret = process.env.JWT_SECRET;
if (!jwtSecret) throw new Error('JWT_SECRET is not set');

function giveAccess(res, name) {
  const access = jwt.encode({ sub: name, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, jwtSecret);
  res.cookie('access', access, { httpOnly: true, maxAge: 15 * 60 * 1000 });
  return access;
}

function nameIn(token) {
  try {
    return jwt.decode(token, jwtSecret).sub;
  } catch (err) {
    return undefined;
  }
}

const app = express();
app.use(express.json());
app.use(cookieParser());

app.get('/', function (req, res) {
  res.send('Welcome');
});

app.post('/login', function (req, res) {
  const name = req.body.name;
  if (passwords[name] !== req.body.password) return res.status(401).send('Wrong password');
  const device = randomUUID();
  devices.set(device, name);
  res.cookie('device', device, { httpOnly: true });
  giveAccess(res, name);
  res.redirect('/account');
});

app.get('/account', function (req, res) {
  const known = devices.get(req.cookies.device);
  const token = req.cookies.access || (known && giveAccess(res, known));
  const name = token && nameIn(token);
  if (!name) return res.status(401).send('Please log in');
  res.send('Hello ' + name);
});

app.post('/logout', function (req, res) {
  devices.delete(req.cookies.device);
  res.clearCookie('access').clearCookie('device').redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1');
