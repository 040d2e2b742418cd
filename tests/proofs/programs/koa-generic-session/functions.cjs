'use strict';

const Koa = require('koa');
const session = require('koa-generic-session');

const app = new Koa();
const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

app.keys = ['keyboard cat'];
app.use(session({
  cookie: { path: '/', httpOnly: false, maxAge: null, overwrite: true, signed: true },
  genSid: function () {
    return 'koa-' + Date.now();
  }
}));

async function readFields(ctx) {
  const chunks = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function login(ctx) {
  const fields = await readFields(ctx);
  if (passwords[fields.name] !== fields.password) {
    ctx.status = 401;
    return;
  }
  ctx.session.loggedIn = true;
  ctx.session.user = fields.name;
  ctx.body = 'ok';
}

async function account(ctx) {
  if (ctx.session.loggedIn) {
    ctx.body = 'Hello ' + ctx.session.user;
  } else {
    ctx.status = 401;
  }
}

async function logout(ctx) {
  ctx.cookies.set('koa.sid', null);
  ctx.body = 'Bye';
}

const routes = new Map([['/login', login], ['/account', account], ['/logout', logout]]);

app.use(async (ctx, next) => {
  const route = routes.get(ctx.path);
  await (route ? route(ctx) : next());
});
app.use((ctx) => {
  ctx.body = 'Welcome';
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening'));
