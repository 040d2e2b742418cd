import { describe, expect, it } from 'vitest'
import { isSample, looksSecret, namesSigningKey, namesSecret, namesSecretHolder } from '../../lib/events/secret-names.js'

describe('the names of secrets', () => {
  it.each([
    'SESSION_SECRET', 'sessionSecret', 'session_secret', 'EXPRESS_SESSION_SECRET', 'cookieSecret', 'COOKIE_SECRET_KEY', 'jwtSecret', 'JWT_SECRET', 'JWT_SECRET_KEY',
    'jwtAccessSecret', 'JWT_REFRESH_SECRET', 'ACCESS_TOKEN_SECRET', 'refreshTokenSecret', 'authSecret', 'NEXTAUTH_SECRET', 'BETTER_AUTH_SECRET', 'APP_JWT_SECRET',
    'jwtSigningKey', 'SESSION_PASSWORD', 'SECRET_COOKIE_PASSWORD', 'DEFAULT_JWT_SECRET',
  ])('%s is one', (name) => {
    expect(namesSecret(name)).toBe(true)
  })

  it.each([
    'secret', 'clientSecret', 'CLIENT_SECRET', 'webhookSecret', 'STRIPE_SECRET_KEY', 'tokenSecret', 'DEV_JWT_SECRET', 'testSessionSecret', 'JWT_SECRET_NAME',
    'sessionSecretLength', 'isSessionSecret', 'password', 'userPassword', 'JWT_EXPIRES_IN', 'cookieName', 'secretSession', 'csrfSecret', 'sessionKey',
  ])('%s is none, or not sure', (name) => {
    expect(namesSecret(name)).toBe(false)
  })

  it('one that is longer than any name is not looked at', () => {
    expect(namesSecret(`${'my'.concat('_my'.repeat(20))}_session_secret`)).toBe(true)
    expect(namesSecret(`${'my'.concat('_my'.repeat(100))}_session_secret`)).toBe(false)
  })

  it.each(['session', 'cookie', 'jwt', 'auth', 'jwtConstants', 'sessionConfig', 'cookieSession', 'expressSession', 'accessToken'])('%s may have a secret', (name) => {

    expect(namesSecretHolder(name)).toBe(true)
  })

  it.each(['stripe', 'oauth', 'google', 'database', 'options', 'sessionStore', 'authors', 'tokenizer'])('the secret of %s is another one', (name) => {
    expect(namesSecretHolder(name)).toBe(false)
  })
})

describe('the names of keys', () => {
  it.each(['cookieKey', 'COOKIE_KEYS', 'JWT_KEY', 'TOKEN_KEY', 'sessionKey', 'appSessionKey', 'jwtPrivateKey', 'cookieEncryptionKey', 'ACCESS_TOKEN_KEY'])('%s may be one', (name) => {
    expect(namesSigningKey(name)).toBe(true)
  })

  it.each(['key', 'apiKey', 'JWT_PUBLIC_KEY', 'STRIPE_KEY', 'sessionKeyName', 'tokenKeyPrefix', 'SSH_KEY', 'cookieMonkey', 'DEV_JWT_KEY'])('%s is none', (name) => {
    expect(namesSigningKey(name)).toBe(false)
  })

  it.each([
    'thenetninjaisawesomeiguess', 'secret', 'mysecretkey', 'keyboard cat', 'goK!pusp6ThEdURUtRenOwUhAsWUCLhe', '7f0c2b9d4e8a61d37f0c2b9d4e8a61d3', 'dGhlIG5ldCBuaW5qYSBpcyBhd2Vz0A==',
  ])('%s looks like one', (text) => {
    expect(looksSecret(text)).toBe(true)
  })

  it.each(['connect.sid', 'sess', 'jwt', 'access_token', 'auth-token', '@shop:refreshToken', 'react-starter-kit-token', 'cart-of-this-visitor', 'visitorPreferencesHere', 'my-app-preferences-v2', 'preferences_dismissed_12'])(
    '%s is the name of a place',
    (text) => {
      expect(looksSecret(text)).toBe(false)
    },
  )
})

describe('the secrets that stand in documentation', () => {
  it.each(['keyboard cat', 'secret', 'Secret!', 'shhhhh', 'change-me', 'your_jwt_secret', 'my-super-secret-key-change-in-production', 'dev secret', 's3cr3t', 'areallylongsecretthatyoushouldreplace', 'ChangeThisBeforeShippingToProdOrYouWillBeFired'])('%s', (secret) => {
    expect(isSample(secret)).toBe(true)
  })

  it.each(['Kurt Wagner', '7f0c2b9d4e8a61d3', 'correct horse battery staple', 'secretariat', 'q', '', 'supersecret'.repeat(40)])('not %s', (secret) => {
    expect(isSample(secret)).toBe(false)
  })

  it('are told from others in no time', () => {
    const start = performance.now()
    expect(isSample(`${'supersecretaaaa'.repeat(16)}%q`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
