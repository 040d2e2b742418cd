import { defineStore, write } from './store.js'

/** https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Map */
export const map = defineStore({
  name: 'Map',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Map',
  made: ['new Map'],
  writes: [write('store.set(key, record)')],
  reads: ['get', 'has', 'keys', 'values', 'entries', 'forEach', 'size'],
  deletion: { code: '{store}.delete({key})', named: '{store}.delete(…)', ends: 'at once' },
})
