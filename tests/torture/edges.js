// Files with syntax at its edges: each in every extension and in every frame where it parses.
import { embedded } from './parsers.js'
import { SERVER } from './server.js'

const WORDS = '// session cookie token secret jwt'

const SMALL = {
  'nothing at all': '',
  'a line break': '\n',
  'only a hashbang': '#!/usr/bin/env node session',
  'a hashbang': `#!/usr/bin/env node\n${SERVER}`,
  'only a byte order mark': '\uFEFF',
  'a byte order mark': `\uFEFF${SERVER}`,
  'only a comment': WORDS,
  'a comment without an end of line': `${SERVER}${WORDS}`,
  'only a directive': `'use strict' ${WORDS}`,
  'only a semicolon': `; ${WORDS}`,
  'line ends of Windows': SERVER.replaceAll('\n', '\r\n'),
  'line ends of the old Mac': SERVER.replaceAll('\n', '\r'),
  'line ends of Unicode': SERVER.replaceAll('\n', '\u2028'),
  'paragraph ends of Unicode': SERVER.replaceAll('\n', '\u2029'),
  'mixed line ends': SERVER.split('\n').map((line, index) => line + ['\n', '\r\n', '\r', '\u2028'][index % 4]).join(''),
  'white space of Unicode': SERVER.replaceAll(' ', '\u3000'),
  'everything on one line': SERVER.replaceAll(/(?<![{,(])\n(?!\}\)?)/g, ';').replaceAll('\n', ' '),
  'everything on one line twice': `${SERVER.replaceAll(/(?<![{,(])\n(?!\}\)?)/g, ';').replaceAll('\n', ' ')};${SERVER.replace(/^import[^]*express\(\)\n/, '').replaceAll(/(?<![{,(])\n(?!\}\)?)/g, ';').replaceAll('\n', ' ')}`,
  'semicolons before the lines': SERVER.replaceAll(/\n(?=app)/g, '\n;'),
  'unpaired surrogates': SERVER.replaceAll("'sid'", "'\ud800'").replaceAll("'keyboard cat'", "'\udc00\ud83d'") + "res.cookie('\ud83c', `\udf6a`); // \ud800",
  'escaped unpaired surrogates': SERVER.replaceAll("'sid'", String.raw`'\ud800'`).replaceAll("'keyboard cat'", String.raw`'\udc00'`),
  'emoji and combining characters': SERVER.replaceAll('user', 'u\u0308ser').replaceAll("'sid'", "'🍪👩‍👩‍👧'"),
  'escapes in names': SERVER.replaceAll('session', String.raw`s\u{65}ssion`).replaceAll('cookie', String.raw`c\u006fokie`),
  'null characters': SERVER.replaceAll("'sid'", "'\0'"),
  'names of prototypes': SERVER.replaceAll('userId', '__proto__').replaceAll("'sid'", "'constructor'").replaceAll('user', 'toString').replaceAll('secret', '__proto__'),
  'names of prototypes as variables': `const __proto__ = require('express-session'), constructor = __proto__, toString = 'sid', hasOwnProperty = {}\napp.use(__proto__({ __proto__: { secret: 'a' }, ['__proto__']: 1, constructor, toString, valueOf: 1, hasOwnProperty, cookie: { __proto__: null, constructor: 1 } }))\nres.cookie(toString, constructor, hasOwnProperty)\nres.cookie('__proto__', '__proto__=1', { toString: 1 })\nconst { constructor: a, __proto__: b, toString: c } = req.cookies\nreq.session.__proto__ = a; req.session['constructor'] = b\nreq.session.toString.valueOf()\nprocess.env.__proto__`,
  'modules named like members of prototypes': ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'].map((name) => `import * as ${name}_ from '${name}'\n${name}_.session({ secret: 'a' })\nimport { ${name} as ${name}2 } from 'express'\n${name}2({ secret: 'a' }).${name}('sid')`).join('\n'),
  'getters, setters and methods for options': `import session from 'express-session'\napp.use(session({ get secret() { return 'a' }, set cookie(x) {}, 'name'() {}, ['store']: null, async *genid() { yield 1 } }))`,
  'options that are no objects': `import session from 'express-session'\n${['', 'null', 'undefined', '1', "'a'", '[]', '...a', '...[]', '() => {}', 'function () {}', 'class {}', '/a/', '1n', 'a = {}', '...a, {}', 'new Map()', '{}, {}', '`a`', 'this', 'super_', 'import.meta', '[{ secret }][0]', '(0, { secret: 1 })', 'a ? {} : { secret: 2 }', 'a || { secret: 1 }', '{ ...{ secret: 1 } }', '{ cookie: null }', '{ cookie: [] }', '{ cookie: () => ({}) }', '{ secret: [] }', '{ secret: [,,] }', '{ secret: [...a] }', '{ secret: null }', '{ cookie: { maxAge: -1 } }', '{ cookie: { maxAge: 1e999 } }', '{ cookie: { maxAge: NaN } }', '{ cookie: { maxAge: 1n } }', "{ cookie: { maxAge: '1h' } }", '{ cookie: { expires: new Date(NaN) } }', '{ cookie: { expires: new Date(1e99) } }', "{ cookie: { sameSite: Symbol('none') } }", '{ 0: 1, 1n: 2, [`a`]: 3, [a]: 4 }'].map((options) => `app.use(session(${options}))\nres.cookie('sid', 1, ${options || '{}'})\njwt.sign(${options || '{}'}, 'a')`).join('\n')}`,
  'calls that lack their arguments': `${['session', 'res.cookie', 'res.clearCookie', 'res.setHeader', 'jwt.sign', 'jwt.verify', 'req.session.regenerate', 'req.session.destroy', 'app.post', 'app.use', 'cookies.set', 'passport.authenticate', 'req.logIn', 'req.logout', 'crypto.randomBytes', 'Math.random', 'setCookie', 'localStorage.setItem'].flatMap((callee) => ['', '...a', 'null', '() => {}', "'sid', ...a"].map((list) => `${callee}(${list})\nnew ${callee}(${list})\n${callee}?.(${list})`)).join('\n')}`,
  'header texts': `${['', ';', '=', '=;', 'sid', 'sid=', 'sid=;', 'sid=1; Max-Age=', 'sid=1; Max-Age=1e999', 'sid=1; Expires=never', 'sid=1;;;;', 'sid=1; HttpOnly=false', '__Host-=', '__proto__=1; __proto__', 'a,b,c', String.raw`sid=1\r\nSet-Cookie: a=b`].map((text) => `res.setHeader('Set-Cookie', '${text}')\nres.setHeader('Set-Cookie', [\`${text}\`, '${text}'])\nres.append('Set-Cookie', '${text}' + token)`).join('\n')}`,
  'cycles of constants': `const a = b, b = a, c = { ...c, secret: c.secret }, d = () => d(), e = e + e, f = \`\${f}\`\nlet g = g ? g : g\nfunction h() { return h() }\nclass I extends I { static a = I.a }\n${['a', 'b', 'c', 'd()', 'e', 'f', 'g', 'h()', 'I.a', 'c.secret'].map((value) => `app.use(session({ secret: ${value}, genid: () => ${value}, cookie: ${value} }))\nres.cookie(${value}, ${value}, ${value})\nif (req.cookies.token === ${value}) req.session.userId = ${value}`).join('\n')}`,
  'cycles of functions': `const a = () => b(), b = () => a()\nfunction login(req) { logout(req); req.session.userId = 1 }\nfunction logout(req) { login(req); req.session.destroy(logout) }\napp.post('/login', login)\napp.post('/logout', logout)\napp.use(a, b, login, logout)`,
  'decorators everywhere': `import { Controller, Post, Req, Session } from '@nestjs/common'\n@a.b.c()\n@(d || e)\nexport class A extends (@Controller('auth') class {}) { @Post('login') @f @g() async login(@Req() req, @Session() session, @Body({ a: () => class {} }) { id }) { session.userId = id; const sid = Math.random() }\n@a static #x = 1; @c get [d]() { return 1 }; @e accessor sid = Math.random(); @g static async *tokens() {} }\n@h class B { @i 'session'() {} }`,
  'a decorated class first': `@Controller('auth')\nexport class Auth { @Post('login') login(@Req() req) { req.session.regenerate(); req.session.userId = 1; const sessionId = Math.random().toString(36) } }`,
  'a decorated default class first': `@Controller('auth')\nexport default class { sessionId = Math.random().toString(36) }`,
  'a decorator behind export': `export @Controller('auth') class Auth { sessionId = Math.random().toString(36) }`,
  JSX: `export default function Session({ token, children: [session, ...rest], ...props }) { const sid = Math.random(); document.cookie = \`sid=\${sid}\`; return <><Session.Provider {...props} token={token} a:b="c" d-e='&quot;'>{/* cookie */}{...rest}<a href={'/logout?token=' + token}>{}</a></Session.Provider><this.a /></> }`,
  'private names': `class Session { #secret = 'keyboard cat'; static #sid; has(a) { return #secret in a && a.#secret === this.#secret } set(req) { req.session.#secret = this.#secret; req.#session.userId = 1; delete req?.session?.[this.#secret] } static { this.#sid = Math.random(); res.cookie('sid', this.#sid) } }`,
  'assignments to everything': `({ a: req.session.userId, b: [req.session.user = 1, ...req.session.rest], ...req.session.x } = req.body);[req.session.userId, , req.session.user] = req.body; for (req.session.userId of a); for (req.session.user in b); for (const { session: { userId = 1 } = {} } of c) userId; req.session.userId ||= 1; req.session.userId ??= 1; req.session.visits++; delete req.session.userId; (req.session).userId = 1; (req.session.userId) = 1; req['session']['userId'] = 1; req[\`session\`].userId = 1; [req.session] = [{}]; ({ session: req.session } = x)`,
  'imports of all kinds': `import a, * as b from 'express-session'\nimport c, { default as d, 'string name' as e } from 'express'\nimport {} from 'koa'\nimport f from './a.json' with { type: 'json' }\nexport * from 'express-session'\nexport * as g from 'express'\nexport { default } from 'express-session'\nexport { h as 'another name' }\nconst h = await import('express-session'), { default: i } = await import(\`express-session\`)\n;[a, b, c, d, e, f, h, i].map((x) => app.use(x({ secret: 'a' })))\nb.default({ secret: 'a' }); h.default({ secret: 'a' })`,
  'requires of all kinds': `const a = require('express-session'), { b } = require(\`express\`), c = require('express').Router()\nrequire('express-session')({ secret: 'a' }); require()(1); require(a)(1); require(...b); new (require('express-session'))(); require('express-session').default?.({ secret: 'a' }); (0, require('express-session'))({ secret: 'a' }); const d = __importDefault(require('express-session')); (0, d.default)({ secret: 'a' }); module.exports = exports = require('express-session'); require = 1; var { createRequire } = require('module'); createRequire(import_)('express-session')({})`,
  'TypeScript only': `import session = require('express-session')\nimport type { Session } from 'express-session'\nimport A = B.C.D\nexport = session\ndeclare global { namespace Express { interface Request { session: Session } } }\ndeclare module '*.cookie' { const x: string; export default x }\nabstract class C<in out T> { abstract login(this: C<T>, req?: Request): asserts req is Request; constructor(private readonly session: Session, public override token = Math.random()) {} declare sid: string; [key: string]: any; login!: () => void }\nenum Cookie { sid = 'sid', token = sid.length, secret = Math.random() }\nconst enum E { a }\nfunction f(a: string): void; function f(a: any) { return <any>(session as any)({ secret: 'a' }!)! }\nlet x = session<string>, y: typeof session<string>, z: unique symbol\ntype T = \`\${string}-\${infer U extends string}\`\nusing_(session satisfies Session)\nfor (const a of <any[]>b) (a as any) = 1;\n(req.session as any).userId = 1; (<any>req.session).userId = 1; req.session!.userId = 1; (req.session satisfies X).user! = 1`,
  'explicit resources': `{ using session = open(); await using token = open(); req.session.userId = session.id }`,
  'labels, with and octals': `a: for (;;) { b: { continue a } }\nwith (req.session) { userId = 1; session({ secret: 'a' }) }\nvar sid = 010 + 08; res.cookie('sid', '\\101')\nif (a) function login() {}\nvar yield_ = 1, let_ = 2, async = 3; async\n(session)`,
  'HTML comments': `<!-- session\nres.cookie('sid', 1)\n--> cookie\n`,
  'generators, awaits and new.target': `async function* login() { yield* await req.session; for await (const session of a) req.session.userId = yield session; new.target; return await (yield) }\nfunction Session() { if (!new.target) return new Session; this.secret = 'a' }\nawait null; export {}`,
  'very large and odd numbers': `app.use(session({ secret: 'a', cookie: { maxAge: 1_000_000_000_000_000_000_000n } }))\nres.cookie('sid', 1, { maxAge: 0x7fffffffffffffff }); res.cookie('sid', 1, { maxAge: 1e400 - 1e400 }); res.cookie('sid', 1, { maxAge: -0 }); res.cookie('sid', 1, { maxAge: 1n + 1 }); res.cookie('sid', 1, { maxAge: 2n ** 100000000n }); res.cookie('sid', 1, { maxAge: 1 << 'a', expires: new Date(8.64e15 + 1) }); res.cookie('sid', 'a'.repeat(-1)); res.cookie('sid', 'a'.repeat(1e9), { expires: new Date(Symbol()) }); crypto.randomBytes(1e400); crypto.randomBytes(-1); crypto.randomBytes(16n); 'a'.padStart(1e10, 'b'); new Array(-1).fill(Math.random()); [...Array(1e9)].map(() => Math.random()).join('')`,
}

/** Programs of other shapes than any that people write, by what they have much of. */
function large() {
  const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('')
  const name = 'a'.repeat(1_000_000)
  const bundle = times(4200, (index) => `function f${index}(e,t,n){"use strict";var r=n(${index}),o=t.exports;return o.session=r&&r.__esModule?r:{default:r},e.cookie=function(e){for(var t=0;t<e.length;t++)if(e[t].token===o.sid)return!0;return!1},r(${index}).then(function(e){e.session.userId=${index},e.log(e.body)}),void 0!==e?e(t,n):null},`.replace(/,$/, ';'))
  const minified = SERVER.replace(/\n +/g, ';')
  return {
    'a bundle of 2 MB': bundle + bundle.replaceAll('function f', 'function g'),
    'a bundle on one line': `(()=>{${bundle}})()`,
    'a very long line': `${SERVER}const token = [${times(100_000, (index) => `'session${index}',`)}]`,
    'a very long text': `${SERVER}const token = '${'session cookie '.repeat(70_000)}'; res.cookie('sid', '${name}'); res.setHeader('Set-Cookie', 'sid=${name}; ${'a;'.repeat(100_000)}')`,
    'names of a megabyte': `const ${name} = require('express-session'); app.use(${name}({ secret: 'a', name: '${name}' })); req.session.${name} = req.${name}.token; res.cookie('${name}', ${name}Token, { ${name}: 1 })`,
    'a comment of a megabyte': `/* ${'session * / '.repeat(90_000)} */ ${SERVER}// ${'cookie '.repeat(90_000)}`,
    'a comment of types': `/** ${"import('a".repeat(100_000)} */ ${SERVER}`,
    'a template of a megabyte': `res.setHeader('Set-Cookie', \`sid=\${sid}${' ; a'.repeat(250_000)}\`)`,
    'white space of a megabyte': `${SERVER}${' '.repeat(1_000_000)}res.cookie('sid',${'\n'.repeat(1_000_000)}1)`,
    'a thousand small servers': minified + times(1000, (index) => `{${SERVER.replace(/^import.*\n/gm, '').replaceAll('sid', `sid${index}`)}}\n`),
    'ten thousand options': `import session from 'express-session'\napp.use(session({ ${times(10_000, (index) => `option${index}: ${index}, `)} secret: 'a', cookie: { ${times(10_000, (index) => `'attribute-${index}': f(${index}), `)} } }))`,
    'ten thousand spreads': `import session from 'express-session'\napp.use(session({ ${times(10_000, (index) => `...a${index}, `)} }))`,
    'ten thousand cookies': times(10_000, (index) => `res.cookie('sid${index}', token${index});\n`),
    'ten thousand routes': `import express from 'express'\nconst app = express()\n${times(10_000, (index) => `app.post('/login${index}', (req, res) => { req.session.userId = ${index} })\n`)}`,
    'ten thousand chained routes': `import express from 'express'\nconst app = express()\napp${times(1000, (index) => `.post('/login${index}', (req, res) => { req.session.userId = ${index} })\n`)}`,
    'ten thousand imports': times(10_000, (index) => `import a${index} from 'session${index}'\n`) + SERVER,
    'ten thousand aliases': `import session from 'express-session'\nconst a0 = session\n${times(10_000, (index) => `const a${index + 1} = a${index}\n`)}app.use(a10000({ secret: 'a' }))`,
    'a chain of functions': `${times(2000, (index) => `function f${index}(req) { f${index + 1}(req) }\n`)}function f2000(req) { req.session.userId = 1 }\napp.post('/login', (req, res) => f0(req))`,
    'the same variable ten thousand times': `let session = req.session\n${times(10_000, (index) => `session = f(session)\nsession.userId = ${index}\n`)}`,
  }
}

const EXTENSIONS = ['js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx', 'd.ts']

export function edges({ isSample }) {
  const small = Object.entries(SMALL).flatMap(([name, text]) => [
    ...EXTENSIONS.map((extension) => ({ name: `${name} (.${extension})`, filename: `/edges/file.${extension}`, text })),
    ...embedded({ name, text }),
  ])
  return [...small, ...(isSample ? [] : Object.entries(large()).map(([name, text]) => ({ name, filename: '/edges/large.js', text })))]
}
