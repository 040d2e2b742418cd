import { defineStore, write } from './store.js'

/** https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/delete */
export const object = defineStore({
  name: 'object',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/delete',
  made: ['{}', 'Object.create'],
  writes: [write('store[key] = record')],
  reads: ['hasOwnProperty'],
  deletion: { code: 'delete {store}[{key}]', named: 'delete {store}[…]', ends: 'at once' },
})
