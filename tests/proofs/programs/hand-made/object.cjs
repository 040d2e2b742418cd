var crypto = require('crypto');
var http = require('http');

var passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' };
var sessions = {};

function sessionIdOf(request) {
  var match = /(?:^|; )sid=([^;]*)/.exec(request.headers.cookie || '');
  return match ? match[1] : '';
}

function login(req, res) {
  var text = '';
  req.on('data', function (chunk) { text += chunk; });
  req.on('end', function () {
    var body = JSON.parse(text);
    if (passwords[body.name] !== body.password) {
      res.writeHead(401);
      return res.end('Wrong password');
    }
    var id = crypto.randomBytes(32).toString('hex');
    sessions[id] = { name: body.name };
    res.setHeader('Set-Cookie', 'sid=' + id + '; Path=/; HttpOnly; Max-Age=43200');
    res.end('Hello');
  });
}

function account(req, res) {
  var session = sessions[sessionIdOf(req)];
  if (!session) {
    res.writeHead(401);
    return res.end('Please log in');
  }
  res.end('Hello ' + session.name);
}

function logout(request, response) {
  response.setHeader('Set-Cookie', 'sid=; Path=/; Max-Age=0');
  response.end('Bye');
}

http
  .createServer(function (req, res) {
    if (req.url === '/login') login(req, res);
    else if (req.url === '/account') account(req, res);
    else if (req.url === '/logout') logout(req, res);
    else res.end('Welcome');
  })
  .listen(process.env.PORT, '127.0.0.1', function () {
    console.log('Listening');
  });
