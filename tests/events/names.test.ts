import { isIdentity, namesLogout, namesRenewal, wordsOf } from '../../lib/events/names.js'

it.each([
  ['userId', 'user id'],
  ['user_id', 'user id'],
  ['USER-ID', 'user id'],
  ['user.id', 'user id'],
  ['UserID', 'user id'],
  ['sessionIDs', 'session i ds'],
  ['JWTToken', 'jwt token'],
  ['getURLOfPage', 'get url of page'],
  ['sid2Name', 'sid2 name'],
  ['  __a--b  ', 'a b'],
  ['inside', 'inside'],
  ['', ''],
  ['🍪', ''],
])('the words of %j are %j', (name, expected) => {
  expect(wordsOf(name)).toBe(expected)
})

it('a name is read up to 256 characters', () => {
  expect(wordsOf('a'.repeat(10_000))).toHaveLength(256)
})

it.each([
  'user', 'userId', 'user_id', 'uid', 'loggedIn', 'logged', 'logged_in', 'isLoggedIn', 'isLogin', 'authenticated', 'isAuthenticated', 'isAuth', 'account', 'accountId',
  'admin', 'adminId', 'admin_id', 'currentUser', 'USER_ID', 'UserId',
])('%s says who the user is', (property) => {
  expect(isIdentity(property)).toBe(true)
})

it.each([
  'returnTo', 'redirectTo', 'pendingUserId', 'userAgent', 'loginAttempts', 'loginAt', 'loginstate', 'challenge', 'webauthnChallenge', 'registration', 'profile', 'flash',
  'errors', 'locale', 'resetToken', 'resetCode', 'accessToken', 'refreshToken', 'idToken', 'analyticsId', 'visitorId', 'users', 'userSettings', 'authState', 'views',
  'cart', 'csrfSecret', 'twoFactorUserId', 'tempUser', '',
])('%j does not', (property) => {
  expect(isIdentity(property)).toBe(false)
})

it.each(['logout', 'logOut', 'log_out', 'logoff', 'signOut', 'sign-out', 'signoff', '/auth/logout', 'handleLogout', 'userLogout', 'logoutUser', 'endSession', 'LOGOUT'])(
  '%s is a logout',
  (name) => {
    expect(namesLogout(name)).toBe(true)
  },
)

it.each(['login', 'signIn', 'logs', 'blog', 'out', 'dialogOut', 'catalogOutput', 'designOutline', 'logoutput', ''])('%j is no logout', (name) => {
  expect(namesLogout(name)).toBe(false)
})

it.each(['regenerate', 'regenerateSession', 'rotateSession', 'renewSession', 'createSession', 'newSession', 'resetSession', 'regenerate_session', 'startFreshSession', 'freshSession', 'reissueSession', 'replaceSession'])('%s renews a session', (name) => {
  expect(namesRenewal(name)).toBe(true)
})

it.each(['create', 'createUser', 'saveSession', 'getSession', 'session', 'newUser', 'generate', 'requireFreshSession', 'isFreshSession', ''])('%j does not renew one', (name) => {
  expect(namesRenewal(name)).toBe(false)
})
