export type { Plugin } from './plugin.js'

// Under the second name it is what `require` gives. TypeScript before 5.6 can't read that, and is shown the types of plugin.ts.
export { default, default as 'module.exports' } from './plugin.js'
