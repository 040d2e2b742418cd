const express = require('express');
const session = require('express-session');
const passport = require('passport');

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

class PasswordStrategy extends passport.Strategy {
  authenticate(req) {
    const { name, password } = req.body;
    if (passwords[name] === password) this.success({ name });
    else this.fail('Wrong password');
  }
}

passport.use('password', new PasswordStrategy());
passport.serializeUser((user, done) => done(null, user.name));
passport.deserializeUser((name, done) => done(null, { name }));

const app = express();
app.use(express.json());
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true }));
app.use(passport.initialize());
app.use(passport.session());

app.get('/', (req, res) => {
  res.send('Welcome');
});

app.post('/login', (req, res, next) => {
  passport.authenticate('password', (err, user) => {
    if (err) return next(err);
    if (!user) return res.status(401).send('Wrong password');
    req.logIn(user, (err) => {
      if (err) return next(err);
      res.redirect('/account');
    });
  })(req, res, next);
});

app.get('/account', (req, res) => {
  if (!req.isAuthenticated()) return res.status(401).send('Please log in');
  res.send(`Hello ${req.user.name}`);
});

app.post('/logout', (req, res) => {
  req.logout();
  res.redirect('/');
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'));
