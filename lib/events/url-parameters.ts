import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName, type Bindings } from '../ast/bindings.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { textWritten } from '../ast/text-parts.js'

/** The URL that an object becomes the parameters of: `'/file'` for `{ page }` in `axios.get('/file', { params: { page } })`. */
export function urlOfObject(parameters: Node, bindings: Bindings): Node | undefined {
  const property = wrapped(parameters).parent
  const name = property?.type === 'Property' ? propertyName(property) : undefined
  if (name === undefined || !/^(?:params|query|searchParams)$/.test(name) || property?.parent?.type !== 'ObjectExpression') return undefined
  const options = property.parent
  const { parent } = wrapped(options)
  if (name === 'query' && isGoing(parent)) return memberOf(options, /^(?:pathname|path|name)$/)
  return parent?.type === 'CallExpression' ? urlAsked(parent, options, name, bindings) : undefined
}

/** `io('/', { query })`, `axios.get('/file', { params })`, `axios({ url: '/file', params })`; what is asked of another server is decided there. */
function urlAsked(call: TSESTree.CallExpression, options: TSESTree.ObjectExpression, name: string, bindings: Bindings): Node | undefined {
  const [first] = call.arguments
  const url = first && unwrap(first) === options ? memberOf(options, /^url$/) : first
  if (!url) return undefined
  const names = namesInChain(call.callee)
  const text = textWritten(url, bindings)
  if (names.join('.') === 'io') return name === 'query' && !/^(?:https?|wss?):\/\//.test(text) ? url : undefined
  return names.some((each) => CLIENT.test(each)) && text.startsWith('/') ? url : undefined
}

/** Whether somebody is led to an address that stands in parts: `router.push({ pathname, query })`, `<Link href={{ pathname, query }}>`. */
function isGoing(parent: Node | undefined): boolean {
  if (parent?.type === 'JSXExpressionContainer') return true
  return parent?.type === 'CallExpression' && /^(?:push|replace|navigate|navigateTo)$/.test(namesInChain(parent.callee).at(-1) ?? '')
}

function memberOf({ properties }: TSESTree.ObjectExpression, names: RegExp): Node | undefined {
  const found = properties.find((property) => property.type === 'Property' && names.test(propertyName(property) ?? ''))
  return found?.type === 'Property' ? found.value : undefined
}

/** What sends requests for a page, by what people call it. */
const CLIENT = /^(?:\$?axios|axiosInstance|ky|got|\$?o?fetch|useFetch|useLazyFetch|\$?http|httpClient|api|apiClient|client)$/
