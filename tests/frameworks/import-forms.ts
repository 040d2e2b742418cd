/** One way to come by what a package exports. */
export interface ImportForm {
  readonly title: string
  /** Statements at the top of a program. */
  readonly head: string
  /** The expression that is the export after them. */
  readonly name: string
}

/** All ways in which programs come by a package that is a function itself, or has it as its default export. */
export function formsOfDefault(module: string): readonly ImportForm[] {
  return [
    { title: 'a default import', head: `import made from '${module}'`, name: 'made' },
    { title: 'a namespace import', head: `import * as made from '${module}'`, name: 'made' },
    { title: 'the default of a namespace import', head: `import * as made from '${module}'`, name: 'made.default' },
    { title: 'an import of the default by name', head: `import { default as made } from '${module}'`, name: 'made' },
    { title: 'import equals', head: `import made = require('${module}')`, name: 'made' },
    { title: 'require', head: `const made = require('${module}')`, name: 'made' },
    { title: 'require with var', head: `var made = require('${module}')`, name: 'made' },
    { title: 'require in place', head: '', name: `require('${module}')` },
    { title: 'the default of require', head: `const made = require('${module}').default`, name: 'made' },
    { title: 'the default of require in place', head: '', name: `require('${module}').default` },
    { title: 'a destructured default of require', head: `const { default: made } = require('${module}')`, name: 'made' },
    { title: 'an awaited import', head: `const made = await import('${module}')`, name: 'made.default' },
    { title: 'a destructured awaited import', head: `const { default: made } = await import('${module}')`, name: 'made' },
    { title: 'an awaited import in place', head: '', name: `(await import('${module}')).default` },
    { title: 'compiled interop', head: `const made_1 = __importDefault(require('${module}'))`, name: '(0, made_1.default)' },
    { title: 'compiled interop of a namespace', head: `const made = __importStar(require('${module}'))`, name: 'made.default' },
    { title: 'compiled interop of Babel', head: `var _made = _interopRequireDefault(require('${module}'))`, name: '(0, _made.default)' },
    {
      title: 'createRequire',
      head: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const made = require('${module}')`,
      name: 'made',
    },
    { title: 'an alias of require', head: `const first = require('${module}'); const made = first`, name: 'made' },
    { title: 'a later assignment', head: `let made; made = require('${module}')`, name: 'made' },
  ]
}

/** All ways in which programs come by a named export of a package. */
export function formsOfNamed(module: string, name: string): readonly ImportForm[] {
  return [
    { title: 'a named import', head: `import { ${name} } from '${module}'`, name },
    { title: 'a named import under another name', head: `import { ${name} as made } from '${module}'`, name: 'made' },
    { title: 'a member of a namespace import', head: `import * as all from '${module}'`, name: `all.${name}` },
    { title: 'a member of a default import', head: `import all from '${module}'`, name: `all.${name}` },
    { title: 'a member of import equals', head: `import all = require('${module}')`, name: `all.${name}` },
    { title: 'a destructured require', head: `const { ${name} } = require('${module}')`, name },
    { title: 'a destructured require under another name', head: `const { ${name}: made } = require('${module}')`, name: 'made' },
    { title: 'a member of require', head: `const made = require('${module}').${name}`, name: 'made' },
    { title: 'a member of require in place', head: '', name: `require('${module}').${name}` },
    { title: 'a destructured awaited import', head: `const { ${name}: made } = await import('${module}')`, name: 'made' },
    { title: 'a member of an awaited import', head: `const all = await import('${module}')`, name: `all.${name}` },
    { title: 'compiled interop', head: `const all_1 = require('${module}')`, name: `(0, all_1.${name})` },
    {
      title: 'createRequire',
      head: `import { createRequire } from 'module'; const load = createRequire(import.meta.url); const { ${name}: made } = load('${module}')`,
      name: 'made',
    },
  ]
}
