const express = require('express');
const session = require('express-session');
const { Passport } = require('passport');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

/** Records that are being exported can neither be changed nor deleted. */
class LockingStore extends session.Store {
  records = new Map();
  locks = new Set();

  get(id, done) {
    const record = this.records.get(id);
    setImmediate(done, null, record && JSON.parse(record));
  }

  set(id, data, done) {
    this.write(id, done, () => this.records.set(id, JSON.stringify(data)));
  }

  destroy(id, done) {
    this.write(id, done, () => this.records.delete(id));
  }

  write(id, done = () => {}, act) {
    if (this.locks.has(id)) return setImmediate(done, new Error('The record is locked'));
    act();
    setImmediate(done, null);
  }
}

const passport = new Passport();
passport.serializeUser((user, done) => done(null, user.name));
passport.deserializeUser((name, done) => done(null, { name }));

const store = new LockingStore();
const app = express();
app.use(express.json());
app.use(session({ secret: 'keyboard cat', store, resave: false, saveUninitialized: false }));
app.use(passport.session());

app.get('/', (req, res) => res.send('Welcome'));

app.post('/login', (req, res, next) => {
  const { name, password } = req.body;
  if (passwords[name] !== password) return res.sendStatus(401);
  req.logIn({ name }, (err) => {
    if (err) return next(err);
    res.redirect('/account');
  });
});

app.get('/account', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.send('Hello ' + req.user.name);
});

app.get('/export', (req, res) => {
  store.locks.add(req.sessionID);
  req.on('close', () => store.locks.delete(req.sessionID));
  res.write('One record:');
});

app.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err);
    res.redirect('/');
  });
});

app.use((err, req, res, next) => {
  res.status(500).send('Please try again');
});

app.listen(process.env.PORT, '127.0.0.1');
