import { callsNamed } from '../ast/calls-named.js'
import { functionsAround, type FunctionNode, type Node } from '../ast/nodes.js'
import type { SessionFile } from './file.js'
import { namesLogout, namesSessionEnd, wordsOf } from './names.js'
import { isAboutAnswer } from './words-of-answers.js'

/** A logout that answers a link, an image, or whatever else a page of another site can ask for. */
export interface OpenLogout {
  /** What says that it answers GET: the method, the export, the function that is given to the server. */
  readonly node: Node
  /** How it says it: with a word that may be another one, or in a way that goes with other things. */
  readonly written: 'decorator' | 'elsewhere' | 'member' | 'text'
  /** The methods that it answers as well. */
  readonly others: readonly string[]
}

/** Calls of functions that end a session by their name; who knows them knows more. */
export function readNamedEndings({ context: { settings, sourceCode } }: SessionFile): readonly Node[] {
  return settings.certainty === 'proved' ? [] : callsNamed(sourceCode, namesSessionEnd)
}

/** The logouts that answer GET in which a node stands, as far as the file shows how they are called. */
export function openLogoutsAround(file: SessionFile, node: Node): readonly OpenLogout[] {
  return functionsAround(node).flatMap((callable) => {
    if (!isLogout(file, callable) || mayAsk(file, callable)) return []
    const routes = file.routesOf(callable)
    const others = routes.map(({ method }) => method).filter((method) => !isOpen(method))
    return routes.flatMap(({ method, written }) => (isOpen(method) ? [{ node: written, written: formOf(written), others }] : []))
  })
}

function isOpen(method: string): boolean {
  return method === 'get' || method === 'all'
}

function formOf(written: Node): OpenLogout['written'] {
  if (written.type === 'Literal') return written.parent.type === 'ArrayExpression' ? 'elsewhere' : 'text'
  const { parent } = written
  if (parent?.type === 'MemberExpression') return 'member'
  return parent?.type === 'CallExpression' && parent.parent.type === 'Decorator' ? 'decorator' : 'elsewhere'
}

/** Whether a handler is one that logs users out, by its route or its own name; where it has none, by its file. */
function isLogout(file: SessionFile, callable: FunctionNode): boolean {
  const { purposes } = file
  const { logout } = file.context.settings.functions
  const { paths } = purposes.registeredWith(callable)
  const names = purposes.namesOf(callable)
  if ([...names, file.context.filename].some((name) => AFTER_LOGOUT.test(wordsOf(name.slice(-LONGEST_TAIL))))) return false
  if (names.some((name) => namesLogout(name) || logout.includes(name))) return true
  return paths.length === 0 && file.isLogout(callable.body)
}

const LONGEST_TAIL = 64

/** What an identity provider sends the browser to, and what only shows that it is done. */
const AFTER_LOGOUT = /\b(?:callback|front ?channel|back ?channel|slo|saml|cas|confirm|confirmation|complete|completed|success|done|finished|notify)\b/

/** Whether a handler asks for something that another site can't send: a token, where the request comes from, its method. */
function mayAsk({ context, purposes }: SessionFile, callable: FunctionNode): boolean {
  if (purposes.registeredWith(callable).middlewares.some((name) => ASKING.test(name))) return true
  const { sourceCode } = context
  return sourceCode.getTokens(callable).some((token) => (ASKING.test(token.value) && !isAboutAnswer(token, sourceCode)) || METHOD.test(token.value))
}

const ASKING = /csrf|xsrf|sec-fetch|\borigin\b|\breferr?er\b|samesite|logout_token|id_token_hint|saml|\bnonce\b/i
const METHOD = /^(?:['"`]?(?:method|httpMethod|verb)['"`]?|(?:assert|is|get)Method)$/
