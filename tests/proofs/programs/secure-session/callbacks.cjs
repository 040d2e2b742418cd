const crypto = require('crypto');
const fastify = require('fastify')();

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };

fastify.register(require('@fastify/secure-session'), {
  sessionName: 'session',
  cookieName: 'app',
  key: crypto.randomBytes(32),
  cookie: {
    path: '/',
    httpOnly: false
  }
});

fastify.get('/', (request, reply) => {
  reply.send('Welcome');
});

fastify.post('/login', (request, reply) => {
  if (passwords[request.body.name] !== request.body.password) {
    reply.code(401).send('Wrong password');
    return;
  }
  request.session.user = request.body.name;
  reply.redirect('/account');
});

fastify.get('/account', (request, reply) => {
  if (request.session.user) reply.send('Hello ' + request.session.user);
  else reply.code(401).send('Please log in');
});

fastify.post('/orders', (request, reply) => {
  if (request.session.user) reply.send('Ordered by ' + request.session.user);
  else reply.code(401).send('Please log in');
});

fastify.post('/logout', (request, reply) => {
  delete request.session;
  reply.redirect('/');
});

fastify.listen({ port: process.env.PORT, host: '127.0.0.1' }, () => console.log('Listening'));
