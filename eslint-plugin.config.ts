import { defineManifest } from './lib/manifest.js'
import requireHttpOnly from './lib/rules/require-http-only.js'

/** Every rule of the plugin: this is the only registration. */
export default defineManifest({
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
})
