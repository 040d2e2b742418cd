const express = require('express');
const session = require('express-session');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

/** Records that are being exported can't be deleted. */
class LockingStore extends session.Store {
  records = new Map();
  locks = new Set();

  get(id, done) {
    const record = this.records.get(id);
    setImmediate(done, null, record && JSON.parse(record));
  }

  set(id, data, done) {
    this.records.set(id, JSON.stringify(data));
    setImmediate(done, null);
  }

  destroy(id, done) {
    if (this.locks.has(id)) return setImmediate(done, new Error('The record is locked'));
    this.records.delete(id);
    setImmediate(done, null);
  }

  regenerate(req, done) {
    this.destroy(req.sessionID, (err) => {
      if (!err) this.generate(req);
      done(err);
    });
  }
}

const store = new LockingStore();
const app = express();
app.use(express.json());
app.use(session({ secret: 'keyboard cat', store: store, resave: false, saveUninitialized: true }));

app.get('/', (req, res) => {
  res.send('Welcome');
});

app.post('/login', (req, res, next) => {
  if (passwords[req.body.name] !== req.body.password) return res.sendStatus(401);
  req.session.regenerate(() => {
    req.session.user = req.body.name;
    res.redirect('/account');
  });
});

app.get('/account', (req, res) => {
  if (!req.session.user) return res.sendStatus(401);
  res.send('Hello ' + req.session.user);
});

app.get('/export', (req, res) => {
  store.locks.add(req.sessionID);
  req.on('close', () => store.locks.delete(req.sessionID));
  res.write('One record:');
});

app.post('/logout', (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')));
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'));
