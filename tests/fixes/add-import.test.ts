import { Linter, type Rule } from 'eslint'
import { expect, test } from 'vitest'
import { createBindings } from '../../lib/ast/bindings.js'
import { importOf } from '../../lib/fixes/add-import.js'
import { walk } from '../../lib/ast/walk.js'
import { sourceCodeOf } from '../events-of.js'
import plugin from '../../lib/index.js'

/** The program with `HERE` replaced by code for `randomBytes`, and its import; undefined if the file tells no module syntax. */
function imported(code: string, filename = '/nowhere/file.js'): string | undefined {
  const sourceCode = sourceCodeOf(code, { filename, sourceType: filename.endsWith('.cjs') ? 'commonjs' : 'module' }, 'typescript')
  const places: Parameters<typeof importOf>[2][] = []
  walk(sourceCode.ast, sourceCode.visitorKeys, (node) => {
    if (node.type === 'Identifier' && node.name === 'HERE') places.push(node)
    return true
  })
  const [place] = places
  if (!place) throw new Error('HERE is missing')
  const found = importOf(sourceCode, createBindings(sourceCode), place, { module: 'node:crypto', name: 'randomBytes' }, filename)
  if (!found) return undefined
  const changes: { range: readonly [number, number]; text: string }[] = [{ range: place.range, text: found.code }]
  found.edit?.({
    insertTextAfterRange: (range: readonly [number, number], text: string) => changes.push({ range: [range[1], range[1]], text }),
    insertTextAfter: (node: { range: readonly [number, number] }, text: string) => changes.push({ range: [node.range[1], node.range[1]], text }),
    insertTextBeforeRange: (range: readonly [number, number], text: string) => changes.push({ range: [range[0], range[0]], text }),
  } as never)
  return changes.toSorted((a, b) => b.range[0] - a.range[0]).reduce((text, { range, text: added }) => text.slice(0, range[0]) + added + text.slice(range[1]), code)
}

test.each([
  [`import { randomBytes } from 'node:crypto'\nHERE`, `import { randomBytes } from 'node:crypto'\nrandomBytes`],
  [`import { randomBytes as draw } from 'crypto'\nHERE`, `import { randomBytes as draw } from 'crypto'\ndraw`],
  [`import crypto from 'crypto'\nHERE`, `import crypto from 'crypto'\ncrypto.randomBytes`],
  [`import * as nodeCrypto from 'node:crypto'\nHERE`, `import * as nodeCrypto from 'node:crypto'\nnodeCrypto.randomBytes`],
  [`const crypto = require('crypto')\nHERE`, `const crypto = require('crypto')\ncrypto.randomBytes`],
  [`const { randomBytes } = require('crypto')\nHERE`, `const { randomBytes } = require('crypto')\nrandomBytes`],
  [`import crypto, { randomBytes } from 'crypto'\nHERE`, `import crypto, { randomBytes } from 'crypto'\nrandomBytes`],
  [`import crypto = require('crypto')\nHERE`, `import crypto = require('crypto')\ncrypto.randomBytes`],
  [`export default HERE\nimport crypto from 'crypto'`, `export default crypto.randomBytes\nimport crypto from 'crypto'`],
])('what the file has is used: %j', (code, expected) => {
  expect(imported(code)).toBe(expected)
})

test.each([
  [`import { createHash } from 'crypto'\nHERE`, `import { createHash, randomBytes } from 'crypto'\nrandomBytes`],
  [`import {\n  createHash,\n  createHmac,\n} from 'node:crypto'\nHERE`, `import {\n  createHash,\n  createHmac,\n  randomBytes,\n} from 'node:crypto'\nrandomBytes`],
  [`const { createHash, ...others } = require('crypto')\nconst { createHmac } = require('node:crypto')\nHERE`, `const { createHash, ...others } = require('crypto')\nconst { createHmac, randomBytes } = require('node:crypto')\nrandomBytes`],
  [`import { createHash } from 'crypto'\nconst randomBytes = 1\nHERE`, `import { createHash, randomBytes as secureRandomBytes } from 'crypto'\nconst randomBytes = 1\nsecureRandomBytes`],
  [`const { createHash } = require('crypto')\nconst randomBytes = 1\nHERE`, `const { createHash, randomBytes: secureRandomBytes } = require('crypto')\nconst randomBytes = 1\nsecureRandomBytes`],
  [`const { createHash } = require('crypto');\nHERE;`, `const { createHash, randomBytes } = require('crypto');\nrandomBytes;`],
])('an import that the file has gets one more name: %j', (code, expected) => {
  expect(imported(code)).toBe(expected)
})

test.each([
  [`import express from 'express'\n\nHERE`, `import express from 'express'\nimport { randomBytes } from 'node:crypto'\n\nrandomBytes`],
  [`import express from "express"; // the server\nHERE;`, `import express from "express"; // the server\nimport { randomBytes } from "node:crypto";\nrandomBytes;`],
  [`export const x = HERE`, `import { randomBytes } from 'node:crypto'\n\nexport const x = randomBytes`],
  [`const express = require ('express')\nHERE`, `const express = require ('express')\nconst { randomBytes } = require('node:crypto')\nrandomBytes`],
  [`const express = require('express')\nconst app = express()\nHERE`, `const express = require('express')\nconst { randomBytes } = require('node:crypto')\nconst app = express()\nrandomBytes`],
  [`require('dotenv').config()\nconst a = require('a'), b = require('b')\nHERE`, `require('dotenv').config()\nconst a = require('a'), b = require('b')\nconst { randomBytes } = require('node:crypto')\nrandomBytes`],
  [`var a = require('a');\nHERE;`, `var a = require('a');\nvar randomBytes = require('node:crypto').randomBytes;\nrandomBytes;`],
  [`// Here we let users in => home.\nvar a = require('a');\nHERE;`, `// Here we let users in => home.\nvar a = require('a');\nvar randomBytes = require('node:crypto').randomBytes;\nrandomBytes;`],
  [`'use strict'\n\nmodule.exports = HERE`, `'use strict'\n\nvar randomBytes = require('node:crypto').randomBytes\n\nmodule.exports = randomBytes`],
  [`import a from 'a'\n;(async () => HERE)()`, `import a from 'a'\nimport { randomBytes } from 'node:crypto'\n;(async () => randomBytes)()`],
  [`const a = require('a')\n;[1].map(HERE)`, `const a = require('a')\nconst { randomBytes } = require('node:crypto')\n;[1].map(randomBytes)`],
  [`import a from 'a';a.use(HERE)\nb()\nc()\nd()`, `import a from 'a';\nimport { randomBytes } from 'node:crypto';a.use(randomBytes)\nb()\nc()\nd()`],
  [`'use strict'\n;(async () => HERE)()\nmodule.exports = 1`, `'use strict'\n;const { randomBytes } = require('node:crypto');\n\n(async () => randomBytes)()\nmodule.exports = 1`],
  [`// @ts-check\n\n/** It. */\n@Injectable()\nexport class A { id = HERE }`, `// @ts-check\n\nimport { randomBytes } from 'node:crypto'\n\n/** It. */\n@Injectable()\nexport class A { id = randomBytes }`],
  [`@Injectable()\nexport default class { id = HERE }`, `import { randomBytes } from 'node:crypto'\n\n@Injectable()\nexport default class { id = randomBytes }`],
  [`#!/usr/bin/env node\nexport default HERE`, `#!/usr/bin/env node\nimport { randomBytes } from 'node:crypto'\n\nexport default randomBytes`],
  [`/*! license */\nexport default HERE`, `/*! license */\nimport { randomBytes } from 'node:crypto'\n\nexport default randomBytes`],
  [`// @ts-check\n\n/** Makes it. */\nexport default HERE`, `// @ts-check\n\nimport { randomBytes } from 'node:crypto'\n\n/** Makes it. */\nexport default randomBytes`],
  [`// It makes them!\nexport default HERE`, `import { randomBytes } from 'node:crypto'\n\n// It makes them!\nexport default randomBytes`],
  [`/* global app */\nexport default HERE`, `/* global app */\nimport { randomBytes } from 'node:crypto'\n\nexport default randomBytes`],
  [`// Above it.\n// A global one.\nexport default HERE`, `import { randomBytes } from 'node:crypto'\n\n// Above it.\n// A global one.\nexport default randomBytes`],
  [`/* before it */ export default HERE`, `import { randomBytes } from 'node:crypto'\n\n/* before it */ export default randomBytes`],
  [`const a = create('a')\nmodule.exports = HERE`, `const { randomBytes } = require('node:crypto')\n\nconst a = create('a')\nmodule.exports = randomBytes`],
  [`const a = require(name)\nmodule.exports = HERE`, `const { randomBytes } = require('node:crypto')\n\nconst a = require(name)\nmodule.exports = randomBytes`],
  [`const a = require('a').b(1)\nmodule.exports = HERE`, `const a = require('a').b(1)\nconst { randomBytes } = require('node:crypto')\nmodule.exports = randomBytes`],
  [`'use strict'\nconst a = require('a')(HERE)`, `'use strict'\nconst a = require('a')(randomBytes)\nconst { randomBytes } = require('node:crypto')`],
  [`// about the file\n\nexport default HERE`, `// about the file\n\nimport { randomBytes } from 'node:crypto'\n\nexport default randomBytes`],
  [`import a from 'a'\r\nHERE`, `import a from 'a'\r\nimport { randomBytes } from 'node:crypto'\r\nrandomBytes`],
  [`\n  import a from 'a'\n  HERE\n`, `\n  import a from 'a'\n  import { randomBytes } from 'node:crypto'\n  randomBytes\n`],
  [`\n\texport default HERE\n`, `\n\timport { randomBytes } from 'node:crypto'\n\n\texport default randomBytes\n`],
  [`import type { BinaryLike } from 'crypto'\nHERE`, `import type { BinaryLike } from 'crypto'\nimport { randomBytes } from 'node:crypto'\nrandomBytes`],
])('a new import comes behind the others, or behind the header of the file: %j', (code, expected) => {
  expect(imported(code)).toBe(expected)
})

test.each([
  [`import { randomBytes } from './own.js'\nHERE`, `import { randomBytes } from './own.js'\nimport { randomBytes as secureRandomBytes } from 'node:crypto'\nsecureRandomBytes`],
  [`const randomBytes = require('./own')\nHERE`, `const randomBytes = require('./own')\nconst { randomBytes: secureRandomBytes } = require('node:crypto')\nsecureRandomBytes`],
  [`export function f(randomBytes) { return HERE }`, `import { randomBytes as secureRandomBytes } from 'node:crypto'\n\nexport function f(randomBytes) { return secureRandomBytes }`],
  [`export const x = [HERE, randomBytes(1)]`, `import { randomBytes as secureRandomBytes } from 'node:crypto'\n\nexport const x = [secureRandomBytes, randomBytes(1)]`],
  [`import { randomBytes } from './own.js'\nimport { secureRandomBytes } from './secure.js'\nHERE`, `import { randomBytes } from './own.js'\nimport { secureRandomBytes } from './secure.js'\nimport { randomBytes as secureRandomBytes2 } from 'node:crypto'\nsecureRandomBytes2`],
  [`import { randomBytes, secureRandomBytes, secureRandomBytes2, secureRandomBytes3 } from './own.js'\nHERE`, `import { randomBytes, secureRandomBytes, secureRandomBytes2, secureRandomBytes3 } from './own.js'\nimport { randomBytes as secureRandomBytes4 } from 'node:crypto'\nsecureRandomBytes4`],
  [`import type * as crypto from 'crypto'\nHERE`, `import type * as crypto from 'crypto'\nimport { randomBytes } from 'node:crypto'\nrandomBytes`],
  [`import { type randomBytes } from 'crypto'\nHERE`, `import { type randomBytes, randomBytes as secureRandomBytes } from 'crypto'\nsecureRandomBytes`],
  [`import { crypto } from './own.js'\nHERE`, `import { crypto } from './own.js'\nimport { randomBytes } from 'node:crypto'\nrandomBytes`],
  [`let crypto = open()\nexport default HERE`, `import { randomBytes } from 'node:crypto'\n\nlet crypto = open()\nexport default randomBytes`],
  [`var crypto = require('crypto')\nvar crypto = require('./own')\nHERE`, `var crypto = require('crypto')\nvar crypto = require('./own')\nvar randomBytes = require('node:crypto').randomBytes\nrandomBytes`],
  [`import crypto from 'crypto'\nexport function f(crypto) { return HERE }`, `import crypto from 'crypto'\nimport { randomBytes } from 'node:crypto'\nexport function f(crypto) { return randomBytes }`],
])('a name that means something else is left alone: %j', (code, expected) => {
  expect(imported(code)).toBe(expected)
})

test('what is required further down cannot be used further up', () => {
  expect(imported(`const id = HERE\nconst crypto = require('crypto')`)).toBe(
    `const { randomBytes } = require('node:crypto')\n\nconst id = randomBytes\nconst crypto = require('crypto')`,
  )
  expect(imported(`function f() { return HERE }\nconst crypto = require('crypto')`)).toBe(
    `function f() { return crypto.randomBytes }\nconst crypto = require('crypto')`,
  )
})

test('a file that says nothing of modules is known by its name, or not at all', () => {
  expect(imported('HERE')).toBeUndefined()
  expect(imported("// module.exports = require('a')\nHERE")).toBeUndefined()
  expect(imported('HERE', '/nowhere/file.mjs')).toBe(`import { randomBytes } from 'node:crypto'\n\nrandomBytes`)
  expect(imported('HERE', '/nowhere/file.ts')).toBe(`import { randomBytes } from 'node:crypto'\n\nrandomBytes`)
  expect(imported('HERE', '/nowhere/file.cjs')).toMatch(/^(?:var|const) .*require\('node:crypto'\)/)
})

test('two fixes that need the same import end with one import', () => {
  const linter = new Linter({ cwd: '/' })
  const rule: Rule.RuleModule | undefined = plugin.rules['no-weak-session-id']
  if (!rule) throw new Error('the rule is missing')
  const config = { plugins: { s: { rules: { rule } } }, rules: { 's/rule': 'error' as const } }
  const code = `export const sessionId = Math.random().toString(36)\nexport const authToken = Date.now().toString(36)\n`
  const { output, messages } = linter.verifyAndFix(code, [{ files: ['**/*.js'], ...config }], '/nowhere/file.js')
  expect(messages).toEqual([])
  expect(output).toBe(
    `import { randomBytes } from 'node:crypto'\n\nexport const sessionId = randomBytes(32).toString('base64url')\nexport const authToken = randomBytes(32).toString('base64url')\n`,
  )
})
