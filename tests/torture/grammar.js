// Programs by the grammar of TypeScript, JSX and decorators, in the words that the rules know: mostly nonsense, all syntax.

const NAMES = ['req', 'res', 'ctx', 'session', 'sid', 'token', 'user', 'next', 'app', 'store', 'cookies', 'sessions', 'password', 'jwt', 'request', 'reply', 'constructor', '__proto__']
const MEMBERS = ['session', 'cookie', 'cookies', 'regenerate', 'destroy', 'userId', 'body', 'headers', 'get', 'set', 'post', 'sign', 'verify', 'setHeader', 'redirect', 'json', 'log', 'toString', 'constructor', '__proto__', 'id', 'token', 'delete', 'clearCookie', 'then', 'use', 'signCookie', 'login', 'logout']
const KEYS = ['secret', 'cookie', 'maxAge', 'httpOnly', 'secure', 'sameSite', 'name', 'genid', 'store', 'expires', 'domain', 'path', 'expiresIn', 'algorithms', 'origin', 'credentials', '__proto__', 'constructor', 'toString', 'password']
const TEXTS = ['sid', 'connect.sid', 'Set-Cookie', '/login', '/logout', 'sid=1; Path=/; Secure', '__Host-sid', 'none', 'keyboard cat', 'express-session', '', '\\u{1F36A}', '\\ud800', 'token=']
const MODULES = ['express', 'express-session', 'cookie', 'koa', 'koa-session', 'fastify', '@fastify/session', 'jsonwebtoken', 'hono/cookie', 'next/headers', 'node:crypto', 'iron-session', '@nestjs/common', 'passport', './session.js']

/** Always the same program for the same number. */
export function programOf(seed) {
  const choose = chooser(seed)
  const { statement, importOf } = grammarOf(choose)
  const list = (count, make) => Array.from({ length: count }, make)
  return {
    name: `grammar ${seed}`,
    filename: `/grammar/program${seed}.tsx`,
    text: [...list(choose.number(4), importOf), ...list(2 + choose.number(5), () => statement(4)), '// session cookie token secret jwt\n'].join('\n'),
  }
}

/** One production for each kind of syntax; the number is how much deeper it may go. */
function grammarOf(choose) {
  const name = () => choose.from(NAMES)
  const some = (most, make, between) => Array.from({ length: choose.number(most + 1) }, make).join(between)
  const maybe = (make, otherwise = '') => (choose.number(2) ? make() : otherwise)
  const text = () => `'${choose.from(TEXTS)}'`
  let count = 0
  const fresh = () => `a${count++}`

  const leaf = () => choose.one([name, text, () => '1', () => '30n', () => 'null', () => 'undefined', () => 'this', () => '/^sid=(.*)$/u', () => '``', () => 'true', () => 'process.env.SECRET', () => 'Math.random()', () => 'new Date()', () => 'import.meta'])

  const expression = (depth) => {
    if (depth <= 0) return leaf()
    const inner = () => expression(depth - 1)
    return choose.one([
      leaf,
      () => call(depth),
      () => call(depth),
      () => member(depth),
      () => object(depth),
      () => object(depth),
      () => `[${some(3, () => choose.one([inner, () => `...${inner()}`, () => '']), ', ')}]`,
      () => arrow(depth),
      () => `(${maybe(() => 'async ')}function ${maybe(() => '* ')}(${parameters(depth)}) { ${block(depth - 1)} })`,
      () => `(${inner()} ${choose.from(['+', '-', '*', '%', '===', '!==', '==', '<', '||', '&&', '??', 'in', 'instanceof', ',', '>>>'])} ${inner()})`,
      () => `(${inner()} ? ${inner()} : ${inner()})`,
      () => `\`${choose.from(TEXTS)}\${${inner()}}; Path=/\``,
      () => `${name()}\`a\${${inner()}}\``,
      () => `(${choose.from(['!', '-', '+', '~', 'typeof ', 'void ', 'delete '])}(${inner()}))`,
      () => `(${target(depth)} ${choose.from(['=', '+=', '??=', '||=', '&&='])} ${inner()})`,
      () => `(${pattern(depth)} = ${inner()})`,
      () => `(${inner()} as ${type(2)})`,
      () => `(${inner()} satisfies ${type(2)})`,
      () => `(${inner()})!`,
      () => `(new (${member(depth)})${maybe(() => `<${type(1)}>`)}(${some(2, inner, ', ')}))`,
      () => `(class ${maybe(() => `extends (${inner()}) `)}{ ${classBody(depth - 1)} })`,
      () => jsx(depth),
      () => `(await_(${inner()}))`,
      () => `import(${inner()})`,
      () => `(${name()}++)`,
    ])
  }

  const call = (depth) => `${choose.one([() => member(depth), () => member(depth), name, () => `(${expression(depth - 1)})`])}${maybe(() => '', '?.')}${choose.number(9) ? '' : `<${type(1)}>`}(${some(3, () => choose.one([() => expression(depth - 1), () => `...${expression(depth - 1)}`, () => arrow(depth)]), ', ')})`
  const member = (depth) =>
    choose.one([() => `${name()}.${choose.from(MEMBERS)}`, () => `${name()}.${choose.from(MEMBERS)}.${choose.from(MEMBERS)}`, () => `${name()}[${expression(depth - 1)}]`, () => `(${expression(depth - 1)})?.${choose.from(MEMBERS)}`, () => `${name()}.${choose.from(MEMBERS)}!.${choose.from(MEMBERS)}`])
  const target = (depth) => choose.one([name, () => `${name()}.${choose.from(MEMBERS)}`, () => `${name()}.${choose.from(MEMBERS)}.${choose.from(MEMBERS)}`, () => `${name()}[${expression(depth - 1)}]`])
  const key = (depth) => choose.one([() => choose.from(KEYS), () => choose.from(KEYS), () => text(), () => '0', () => `[${expression(depth - 2)}]`])
  const object = (depth) => `({ ${some(4, () => property(depth), ', ')} })`
  const property = (depth) =>
    choose.one([
      () => `${key(depth)}: ${expression(depth - 1)}`,
      () => `${key(depth)}: ${expression(depth - 1)}`,
      name,
      () => `...${expression(depth - 1)}`,
      () => `${maybe(() => 'async ')}${maybe(() => '*')}${key(depth)}(${parameters(depth)}) { ${block(depth - 1)} }`,
      () => `get ${key(depth)}() { return ${expression(depth - 1)} }`,
      () => `set ${key(depth)}(${fresh()}) { ${block(depth - 1)} }`,
    ])
  const pattern = (depth) => choose.one([() => `{ ${some(2, () => `${choose.from(MEMBERS)}: ${depth > 0 ? `${target(depth - 1)}` : name()} = ${leaf()}`, ', ')} }`, () => `[${some(2, () => target(depth - 1), ', ')}]`]).replace(/^\{/, '({').replace(/\}$/, '})').replace(/^\(\{(.*)\}\)$/s, '{$1}')
  const binding = () => choose.one([fresh, fresh, () => `{ ${choose.from(MEMBERS)}: ${fresh()}, ...${fresh()} }`, () => `[${fresh()} = ${leaf()}, , ...${fresh()}]`, () => `{ [${leaf()}]: ${fresh()} = ${leaf()} }`])
  const parameters = () => choose.one([() => '', () => 'req, res', () => 'req, res, next', () => 'ctx: Context', () => `${binding()}`, () => `${fresh()}: ${type(1)} = ${leaf()}, ...${fresh()}`, () => '{ cookies, session }', () => 'this: Session, request: Request'])
  const arrow = (depth) => `(${maybe(() => 'async ')}(${parameters()})${maybe(() => `: ${type(1)}`)} => ${maybe(() => `(${expression(depth - 1)})`, `{ ${block(depth - 1)} }`)})`
  const jsx = (depth) => `<${choose.from(['a', 'Session.Provider', 'form', 'my-element'])} ${choose.from(['href', 'action', 'token', 'data-sid'])}=${choose.one([() => '"/logout"', () => `{${expression(depth - 1)}}`])} {...${leaf()}}`.replace(/^<(\S+) (.*)$/s, (_, tag, rest) => `<${tag} ${rest}>text {${expression(depth - 1)}}<></></${tag}>`)

  const type = (depth) =>
    depth <= 0
      ? choose.from(['string', 'unknown', 'Session', 'Request', 'void', '"sid"', 'express.Request'])
      : choose.one([() => type(0), () => `Promise<${type(depth - 1)}>`, () => `${type(depth - 1)} | null`, () => `{ ${choose.from(MEMBERS)}?: ${type(depth - 1)}; [key: string]: any }`, () => `[${type(depth - 1)}, ...string[]]`, () => `keyof typeof ${name()}`, () => `import('express').Request<${type(depth - 1)}>`, () => `(req: Request) => ${type(depth - 1)}`, () => '`token-${string}`', () => `${type(0)} extends infer T ? T : never`, () => '{ readonly [K in "sid"]+?: K }'])

  const decorator = (depth) => choose.one([() => '', () => `@${choose.from(['Controller', 'Post', 'Get', 'UseGuards', 'Injectable', 'Session'])}(${expression(depth - 1)}) `, () => '@Injectable '])
  const classBody = (depth) =>
    some(
      3,
      () =>
        choose.one([
          () => `${decorator(depth)}${choose.from(['', 'public ', 'private ', 'static ', 'protected '])}${maybe(() => 'async ')}${choose.from(['login', 'logout', 'session', '"quoted"', '0', '[token]'])}(${parameters()}) { ${block(depth - 1)} }`,
          () => `${decorator(depth)}${choose.from(['', 'static ', 'readonly ', 'declare ', 'accessor '])}${choose.from(['sid', 'token', 'session'])}${maybe(() => `: ${type(1)}`)}`,
          () => `${decorator(depth)}#${fresh()} = ${expression(depth - 1)}`,
          () => `static { ${block(depth - 1)} }`,
          () => `constructor(${decorator(1)}private readonly ${fresh()}: Store, @Session() ${fresh()}) {}`,
          () => `get ${choose.from(['sid', 'token'])}() { return ${expression(depth - 1)} }`,
          () => `[key: string]: ${type(1)}`,
        ]),
      '\n',
    )

  const block = (depth) => some(3, () => statement(depth), '\n')
  const body = (depth) => `{ ${block(depth - 1)} }`
  const statement = (depth) => {
    if (depth <= 0) return `;${leaf()}`
    const inner = () => expression(depth - 1)
    return choose.one([
      () => `;${call(depth)}`,
      () => `;${call(depth)}`,
      () => `;(${target(depth)} = ${inner()})`,
      () => `${choose.from(['const', 'let', 'var'])} ${binding()} = ${inner()}`,
      () => `if (${inner()}) ${body(depth)} ${maybe(() => `else ${body(depth)}`)}`,
      () => `if (${inner()}) ${call(depth)}\nelse ;`,
      () => `for (const ${fresh()} of ${inner()}) ${body(depth)}`,
      () => `for (let ${fresh()} = 0;;) { break }`,
      () => `for (${target(1)} in ${inner()}) ;`,
      () => `while (${inner()}) ${body(depth)}`,
      () => `do ${body(depth)} while (${inner()})`,
      () => `try ${body(depth)} catch ${maybe(() => `(${fresh()}) `)}${body(depth)} ${maybe(() => `finally ${body(depth)}`)}`,
      () => `switch (${inner()}) { case ${inner()}: ${block(depth - 1)}; break; default: ${block(depth - 1)} }`,
      () => `${maybe(() => 'async ')}function ${maybe(() => '* ')}${fresh()}(${parameters()}) ${body(depth)}`,
      () => `${decorator(depth)}class ${fresh()} ${maybe(() => `extends ${name()} `)}{ ${classBody(depth - 1)} }`,
      () => `${fresh()}: { ${block(depth - 1)} }`,
      () => `throw ${inner()}`,
      () => `interface ${fresh()} extends Session { ${choose.from(MEMBERS)}: ${type(2)} }`,
      () => `type ${fresh()}<T = ${type(1)}> = ${type(2)}`,
      () => `enum ${fresh()} { sid = 'sid', token = 1 << 2 }`,
      () => `namespace ${fresh()} { export const session = ${inner()} }`,
      () => `declare module 'express-session' { interface SessionData { userId: ${type(1)} } }`,
      () => `declare const ${fresh()}: ${type(2)}`,
      () => ';',
      () => 'debugger',
    ])
  }

  const importOf = () => {
    const module = `'${choose.from(MODULES)}'`
    return choose.one([() => `import ${fresh()} from ${module}`, () => `import * as ${fresh()} from ${module}`, () => `import { default as ${fresh()}, type Session as ${fresh()} } from ${module}`, () => `import ${module}`, () => `import ${fresh()} = require(${module})`, () => `import type { Request as ${fresh()} } from ${module}`, () => `export * as ${fresh()} from ${module}`, () => `const ${fresh()} = require(${module})`])
  }

  return { statement, importOf }
}

/** Chance that repeats: mulberry32. */
function chooser(seed) {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (below) => Math.floor(random() * below)
  const from = (list) => list[number(list.length)]
  return { number, from, one: (makers) => from(makers)() }
}
