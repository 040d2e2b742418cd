'use strict'

/** What all sessions have in common. */
exports.sessionOptions = function sessionOptions() {
	return { resave: false, saveUninitialized: false, rolling: true }
}

/** What all cookies of ours have in common. */
exports.cookieOptions = (overrides = {}) => ({ path: '/forum', httpOnly: true, ...overrides })
