/** Where code runs that is neither a page nor under Node, and how a program shows it. */
export interface Runtime {
  readonly reference: string
  /** Packages of programs that run there. */
  readonly packages: readonly string[]
  /** Objects that only such programs have. */
  readonly globals: readonly string[]
  /** What brings the web's `crypto.getRandomValues()`; without packages it is there from the start. */
  readonly cryptographyBy?: readonly string[]
}

export const runtimes: readonly Runtime[] = [
  {
    reference: 'https://reactnative.dev/docs/javascript-environment',
    packages: ['react-native', 'expo'],
    globals: [],
    cryptographyBy: ['react-native-get-random-values', 'react-native-quick-crypto'],
  },
  {
    reference: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API',
    packages: ['webextension-polyfill', 'webextension-polyfill-ts', 'wxt', 'plasmo', '@crxjs/vite-plugin', '@types/chrome', '@types/webextension-polyfill'],
    globals: ['chrome', 'browser'],
  },
]
