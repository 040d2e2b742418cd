import { defineFramework, global, signature } from './framework.js'

/** https://developer.mozilla.org/en-US/docs/Web/API/Document/cookie */
export const documentCookie = defineFramework({
  name: 'document.cookie',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/cookie',
  names: {
    document: [global('document'), global('window', 'document'), global('globalThis', 'document'), global('self', 'document')],
  },
  signatures: [signature('document.cookie = text', { emits: 'browserCookieWritten', text: 'text' })],
})
