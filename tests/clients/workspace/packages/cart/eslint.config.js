import shop from '../../eslint.config.js'

export default [...shop, { settings: { 'session-security': { cookies: { session: ['^cart_auth$'] } } } }]
