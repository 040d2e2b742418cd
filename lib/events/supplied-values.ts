import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { isCallStep, type Path } from '../ast/paths.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'

/** Where in a request a value stands that whoever sends it chooses. */
export interface Supply {
  /** In a `page` it is the address of the page itself, which stands in for the request. */
  readonly from: 'body' | 'cookie' | 'header' | 'page' | 'params' | 'query'
  /** The header that it stands in. */
  readonly header: string | undefined
  /** The expression that reads it. */
  readonly node: Node
}

/** Tells what of an expression is taken from the request as it is. */
export interface SuppliedValues {
  /**
   * The places in a request that an expression may have its whole value from: `req.query.sid || randomUUID()` has it from
   * the query. Nothing for a value of which only a part is from there.
   *
   * @param asker a function that a library gives the request, as its first parameter
   */
  of(node: Node, asker?: FunctionNode): readonly Supply[]
}

const DEEPEST = 6

/** What leads from what a handler is handed to the part of the request that it reads. */
const WAY = String.raw`^(?:(?:req|request|raw|nextUrl|url|new\(\))\.)*`

const PARTS: readonly (readonly [Supply['from'], RegExp])[] = [
  ['query', new RegExp(String.raw`${WAY}(?:query|querystring|searchParams)\..`)],
  ['body', new RegExp(String.raw`${WAY}(?:body|payload|(?:json|formData|parseBody)\.\(\))\..`)],
  ['params', new RegExp(String.raw`${WAY}params?\..`)],
  ['cookie', new RegExp(String.raw`${WAY}(?:cookies?|signedCookies)\..`)],
  ['header', new RegExp(String.raw`${WAY}(?:headers?\.|get\.\(')`)],
]

/** Functions that are given the request and find something in it. */
const READERS: Readonly<Record<string, Supply['from'] | undefined>> = { getQuery: 'query', readBody: 'body', getRouterParam: 'params', getRouterParams: 'params' }

/** What a page reads out of its own address: by a hook, by its route, or by hand. */
const OF_PAGE = new RegExp(
  `^(?:${[
    String.raw`use(?:(?:Local|Global|Url)?SearchParams|Params|Search|QueryParams?)\.\([^)]*\)\.(?:0\.)?`,
    String.raw`(?:use(?:Route|Router)\.\(\)|(?:\w+\.)*\$?route|(?:\w+\.)*(?:activatedRoute|route)\.snapshot)\.(?:query(?:Params?)?(?:Map)?|params?(?:Map)?)\.`,
    String.raw`\$?page\.(?:url\.searchParams|params)\.`,
    String.raw`URLSearchParams\.new\(\)\.get\.`,
  ].join('|')}).`,
)

/** The parameters that a page is given as properties. */
const GIVEN_TO_PAGE = /^(?:searchParams|params)\.[^(]/

/** What gives the same text in another spelling. */
const SPELLING = /^(?:String|decodeURIComponent|toString|trim|toLowerCase)$/

export function createSuppliedValues({ bindings }: FileContext, handlers: Handlers): SuppliedValues {
  return { of: (node, asker) => of(node, asker, DEEPEST) }

  function of(node: Node, asker: FunctionNode | undefined, depth: number): readonly Supply[] {
    const expression = unwrap(node)
    if (depth === 0) return []
    const read = (inner: Node) => of(inner, asker, depth - 1)
    const supply = supplyAt(expression, asker)
    if (supply) return [supply]
    switch (expression.type) {
      case 'AwaitExpression':
        return read(expression.argument)
      case 'LogicalExpression':
        return expression.operator === '&&' ? read(expression.right) : [...read(expression.left), ...read(expression.right)]
      case 'ConditionalExpression':
        return [...read(expression.consequent), ...read(expression.alternate)]
      case 'TemplateLiteral':
        return whole(expression.expressions.map(read))
      case 'BinaryExpression':
        return expression.operator === '+' ? whole([expression.left, expression.right].filter(({ type }) => type !== 'Literal').map(read)) : []
      case 'CallExpression':
        return ofCall(expression, read)
      case 'Identifier': {
        const variable = bindings.variable(expression)
        const held = variable && bindings.value(variable)
        return held ? read(held).map((found) => ({ ...found, node: expression })) : []
      }
      default:
        return []
    }
  }

  function ofCall(call: TSESTree.CallExpression, read: (node: Node) => readonly Supply[]): readonly Supply[] {
    if (!SPELLING.test(lastName(call.callee) ?? '')) return []
    const callee = unwrap(call.callee)
    const [argument] = callee.type === 'MemberExpression' ? [callee.object] : call.arguments
    return argument ? read(argument) : []
  }

  function supplyAt(node: Node, asker: FunctionNode | undefined): Supply | undefined {
    const path = LEAVES.has(node.type) ? bindings.resolve(node) : undefined
    if (!path) return undefined
    const steps = stepsInRequest(path, asker)
    if (!steps) return isOfPage(path) ? { from: 'page', header: undefined, node } : undefined
    const text = steps.join('.')
    const [from] = PARTS.find(([, pattern]) => pattern.test(text)) ?? []
    if (from === undefined) return undefined
    if (from !== 'header') return { from, header: undefined, node }
    const header = headerIn(text)
    return header === undefined ? undefined : { from, header, node }
  }

  /** The members behind the request, or behind an address that is taken apart in a handler. */
  function stepsInRequest(path: Path, asker: FunctionNode | undefined): readonly string[] | undefined {
    const { root, steps } = path
    if (root.kind === 'parameter' && root.function === asker && root.index === 0) return steps
    const handed = handlers.objectOf(path)
    if (handed) return handed.object === 'request' || handed.object === 'context' ? handed.steps : undefined
    if (root.kind === 'global' && (root.name === 'URL' || root.name === 'Astro')) return steps
    if (root.kind !== 'global' && root.kind !== 'module') return undefined
    const [name = '', ...rest] = root.kind === 'global' ? [root.name, ...steps] : steps
    // `url.parse(req.url, true).query.id`
    if (name === 'parse' && isCallStep(rest[0]) && rest[1] === 'query') return rest.slice(1)
    const part = Object.hasOwn(READERS, name) ? READERS[name] : undefined
    return part === undefined ? undefined : [part, ...rest]
  }
}

function isOfPage({ root, steps }: Path): boolean {
  if (root.kind === 'parameter') return root.index === 0 && GIVEN_TO_PAGE.test(steps.join('.'))
  return OF_PAGE.test([...(root.kind === 'global' ? [root.name] : []), ...steps].join('.'))
}

const LEAVES = new Set(['CallExpression', 'Identifier', 'MemberExpression'])

/** `x-id` in `headers.x-id`, `headers.get.('x-id')` and `get.('X-Id')`. */
function headerIn(text: string): string | undefined {
  const [, quoted, member] = /(?:\('([^']+)'\)|\.([\w-]+))$/.exec(text) ?? []
  return (quoted ?? member)?.toLowerCase()
}

/** What all parts are supplied, is; what only one is, can't be chosen. */
function whole(parts: readonly (readonly Supply[])[]): readonly Supply[] {
  return parts.every((part) => part.length > 0) ? parts.flat() : []
}
