/** What a server hands to the functions that answer requests. */
export type HandlerObject = 'context' | 'next' | 'request' | 'response'

/** What a name in a signature stands for. */
export type Meaning =
  /** An export of a module; the module itself, or its default export, when no name is given. */
  | { readonly kind: 'export'; readonly module: string; readonly steps: readonly string[] }
  /** An object that a server framework hands to its handlers, or what they are registered on. */
  | { readonly kind: 'object'; readonly object: HandlerObject | 'router'; readonly servers: readonly string[] }
  /** A global of the platform, and what is behind it. */
  | { readonly kind: 'global'; readonly name: string; readonly steps: readonly string[] }
  /** A parameter that has one of these names, and no type. */
  | { readonly kind: 'parameter'; readonly named: readonly string[] }
  /** An object that the file writes out. */
  | { readonly kind: 'literal' }
  /** Any value: the rest of the signature says enough. */
  | { readonly kind: 'anything' }
  /** Any value, where the file or the project tells that the library is in use. */
  | { readonly kind: 'in use' }

/** What libraries themselves are known by: their exports. */
export type Exported = Extract<Meaning, { readonly kind: 'export' }>

/** `from('koa-session', 'createSession')` is that export; `from('express-session')` is the module. */
export function from(module: string, name?: string): Exported {
  return { kind: 'export', module: bare(module), steps: name === undefined ? [] : name.split('.') }
}

/** What a call of an export returns: `result('express')` is an application. */
export function result(module: string, name?: string): Exported {
  return { kind: 'export', module: bare(module), steps: [...(name === undefined ? [] : name.split('.')), '()'] }
}

/** An object made with `new` from an export. */
export function instance(module: string, name?: string): Exported {
  return { kind: 'export', module: bare(module), steps: [...(name === undefined ? [] : name.split('.')), 'new()'] }
}

/** The object that any of these servers hands to a handler, or what its handlers are registered on. */
export function handed(object: HandlerObject | 'router', ...servers: readonly string[]): Meaning {
  return { kind: 'object', object, servers }
}

/** `global('Response', 'new()')` is a response that the program makes, or that a function is given by this type. */
export function global(name: string, ...steps: readonly string[]): Meaning {
  return { kind: 'global', name, steps }
}

/** `parameter('headers')` is `headers` in `function open(headers) {…}` and in `({ headers }) => …`. */
export function parameter(...named: readonly string[]): Meaning {
  return { kind: 'parameter', named }
}

/** For a parameter of a signature that may be an object or something else: only an object is meant. */
export function literal(): Meaning {
  return { kind: 'literal' }
}

export function anything(): Meaning {
  return { kind: 'anything' }
}

export function inUse(): Meaning {
  return { kind: 'in use' }
}

/** What a table says that the first words of its signatures stand for: one thing, or any of several. */
export type Names = Readonly<Record<string, Meaning | readonly Meaning[]>>

/** Everything that a table's names stand for. */
export function meaningsIn({ names }: { readonly names: Names }): readonly Meaning[] {
  return Object.values(names).flat()
}

/** `http` for `node:http`. */
function bare(module: string): string {
  return module.replace(/^node:/, '')
}
