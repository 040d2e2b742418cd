const express = require('express');
const session = require('express-session');

const app = express();
const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
let visitors = 0;

app.use(express.json());
app.use(session({
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: true,
  genid: function () {
    return 'visitor-' + ++visitors;
  },
  cookie: { httpOnly: false }
}));

function findUser(name, password, done) {
  setImmediate(function () {
    done(null, passwords[name] === password ? { name: name } : null);
  });
}

app.get('/', function (req, res) {
  res.send('Welcome');
});

app.post('/login', function (req, res, next) {
  findUser(req.body.name, req.body.password, function (err, user) {
    if (err) return next(err);
    if (!user) return res.status(401).send('Wrong password');
    // Everything else is read from the database.
    req.session.user = user.name;
    res.redirect('/account');
  });
});

app.get('/account', function (req, res) {
  if (!req.session.user) return res.status(401).send('Please log in');
  res.send('Hello ' + req.session.user);
});

app.post('/logout', function (req, res) {
  res.clearCookie('connect.sid');
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', function () {
  console.log('Listening on port ' + this.address().port);
});
