var Koa = require('koa');
var session = require('koa-session');

var app = new Koa();
var passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
var records = {};

var store = {
  get: function (key) { return records[key]; },
  set: function (key, value) { records[key] = value; },
  destroy: function (key) { delete records[key]; }
};

app.keys = ['keyboard cat'];
app.use(session({
  key: 'sid',
  store: store,
  maxAge: 'session',
  httpOnly: false,
  genid: function () { return String(Date.now()); }
}, app));

function readFields(req) {
  return new Promise(function (resolve, reject) {
    var text = '';
    req.on('data', function (chunk) { text += chunk; });
    req.on('end', function () { resolve(JSON.parse(text)); });
    req.on('error', reject);
  });
}

app.use(function (ctx, next) {
  if (ctx.method !== 'POST' || ctx.path !== '/login') return next();
  return readFields(ctx.req).then(function (fields) {
    if (passwords[fields.name] !== fields.password) {
      ctx.status = 401;
      return;
    }
    ctx.session.user = fields.name;
    ctx.body = 'Hello';
  });
});

app.use(function account(ctx, next) {
  if (ctx.path !== '/account') return next();
  if (ctx.session.user) ctx.body = 'Hello ' + ctx.session.user;
  else ctx.status = 401;
});

app.use(function logout(ctx, next) {
  if (ctx.method !== 'POST' || ctx.path !== '/logout') return next();
  ctx.cookies.set('sid', null);
  ctx.redirect('/');
});

app.use(function (ctx) {
  ctx.body = 'Welcome';
});

app.listen(process.env.PORT, '127.0.0.1', function () {
  console.log('Listening');
});
