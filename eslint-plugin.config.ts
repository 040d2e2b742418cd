import { defineManifest } from './lib/manifest.js'
import noWeakSessionId from './lib/rules/no-weak-session-id.js'
import requireHttpOnly from './lib/rules/require-http-only.js'
import requireMaxAge from './lib/rules/require-max-age.js'
import requireRegenerateAfterLogin from './lib/rules/require-regenerate-after-login.js'
import requireStoreDeleteOnLogout from './lib/rules/require-store-delete-on-logout.js'

/** Every rule of the plugin: this is the only registration. */
export default defineManifest({
  'no-weak-session-id': {
    rule: noWeakSessionId,
    severity: 'critical',
    recommended: 'error',
    strict: ['error', { minEntropyBits: 128, allowUuid: false }],
    tests: 'off',
    cwe: [338, 340, 331, 334],
    asvs: ['v4.0.3-3.2.2', 'v4.0.3-3.2.4', 'v4.0.3-6.3.1', 'v4.0.3-6.3.2', 'v5.0.0-7.2.3', 'v5.0.0-11.5.1'],
    top10: ['A02:2021', 'A04:2025'],
    cheatSheet: 'Session ID Entropy',
    nist: ['7.1', '5.1'],
    wstg: ['WSTG-SESS-01'],
  },
  'require-http-only': {
    rule: requireHttpOnly,
    severity: 'high',
    recommended: 'error',
    strict: 'error',
    tests: 'off',
    cwe: [1004],
    asvs: ['v4.0.3-3.4.2', 'v5.0.0-3.3.4'],
    top10: ['A05:2021', 'A02:2025'],
    cheatSheet: 'HttpOnly Attribute',
    nist: ['7.1.1', '5.1.1'],
    wstg: ['WSTG-SESS-02'],
  },
  'require-max-age': {
    rule: requireMaxAge,
    severity: 'high',
    recommended: 'warn',
    strict: 'error',
    tests: 'off',
    cwe: [613],
    asvs: ['v4.0.3-3.3.2', 'v5.0.0-7.3.1', 'v5.0.0-7.3.2'],
    top10: ['A07:2021', 'A07:2025'],
    cheatSheet: 'Session Expiration',
    nist: ['7.1', '5.1'],
    wstg: ['WSTG-SESS-07'],
  },
  'require-regenerate-after-login': {
    rule: requireRegenerateAfterLogin,
    severity: 'critical',
    recommended: 'error',
    strict: 'error',
    tests: 'off',
    cwe: [384],
    asvs: ['v4.0.3-3.2.1', 'v5.0.0-7.2.4'],
    top10: ['A07:2021', 'A07:2025'],
    cheatSheet: 'Renew the Session ID After Any Privilege Level Change',
    nist: ['7.1', '5.1'],
    wstg: ['WSTG-SESS-03'],
  },
  'require-store-delete-on-logout': {
    rule: requireStoreDeleteOnLogout,
    severity: 'critical',
    recommended: 'error',
    strict: 'error',
    tests: 'off',
    cwe: [613],
    asvs: ['v4.0.3-3.3.1', 'v5.0.0-7.4.1'],
    top10: ['A07:2021', 'A07:2025'],
    cheatSheet: 'Logout Button',
    nist: ['7.1', '5.1'],
    wstg: ['WSTG-SESS-06'],
  },
})
