#!/usr/bin/env node
// Mixed: this file is a module, its configuration is not, and one library is loaded late.
import { createRequire } from 'node:module';
import express from 'express';
import * as accounts from './accounts.js';

const require = createRequire(import.meta.url);
const config = require('./config.cjs');
const { default: cookieParser } = await import('cookie-parser');

const app = express();
app.use(express.json()); // bodies
app.use(cookieParser());

/* Who is it? */
function authenticate(req, res, next) {
  const bearer = /^Bearer (.+)$/.exec(req.get('authorization') ?? '')?.[1];
  const user = accounts.verify(bearer ?? req.cookies.access_token);
  if (!user) return res.status(401).json({ error: 'invalid_token' });
  req.user = user;
  return next();
}

app.get('/', (_req, res) => res.json({ name: config.name }));

app.post('/login', (req, res) => {
  const { name, password } = req.body;
  const user = accounts.find(name);
  if (user?.password !== password /* plain, as this is an example */) {
    return res.status(401).json({ error: 'invalid_grant' });
  }

  const token = accounts.issue(user); // what the app on the phone uses
  const refreshToken = accounts.issueRefreshToken(user);
  res.cookie('access_token', token, { path: '/', /* the page reads it */ httpOnly: false });
  res.cookie('refresh_token', refreshToken, {
    path: '/refresh',
    // TODO ask the team about the age
  });
  return res.json({ token });
});

app.post('/refresh', (req, res) => {
  const user = accounts.redeem(req.cookies.refresh_token);
  if (!user) return res.status(401).json({ error: 'invalid_grant' });
  res.cookie('access_token', accounts.issue(user), {});
  return res.status(204).end();
});

app.get('/me', authenticate, (req, res) => {
  const { name, role } = req.user;
  res.json({ name, role });
});

// Reads who it is for the greeting only.
app.get('/hello', (req, res) => {
  const name = accounts.peek(req.cookies.access_token);
  res.json({ hello: name ?? 'stranger' });
});

app.post('/logout', (_req, res) => {
  res.clearCookie('access_token').clearCookie('refresh_token', { path: '/refresh' });
  res.status(204).end();
});

app.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`${config.name} is listening`);
});
