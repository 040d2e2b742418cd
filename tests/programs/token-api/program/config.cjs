'use strict';

module.exports = {
  name: 'token-api',
  jwt: { secret: 'a secret that everybody can read', issuer: 'token-api' },
};
