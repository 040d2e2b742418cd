import { defineFramework, global, signature, type Framework, type Meaning } from './framework.js'

const WRITTEN = { emits: 'webStorageWritten', name: 'name', value: 'value' } as const

/** https://html.spec.whatwg.org/multipage/webstorage.html: what stays when the browser is closed. */
export const localStorage = storage('localStorage', 'for ever')

/** The same for one tab. */
export const sessionStorage = storage('sessionStorage', 'of the tab')

function storage(name: 'localStorage' | 'sessionStorage', keeps: Framework['storage']) {
  return defineFramework({
    name,
    reference: `https://developer.mozilla.org/docs/Web/API/Window/${name}`,
    names: { storage: everywhere(name) },
    storage: keeps,
    signatures: [
      signature('storage.setItem(name, value)', WRITTEN),
      signature('storage[name] = value', WRITTEN),
    ],
  })
}

/** A global of the page, and the same as a member of the page's own object. */
function everywhere(name: string): readonly Meaning[] {
  return [global(name), ...['window', 'globalThis', 'self'].map((object) => global(object, name))]
}
