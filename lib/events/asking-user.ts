import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { isCallStep, type Path } from '../ast/paths.js'
import type { Variable } from '../ast/variables.js'
import { isServerAction } from './file-kind.js'
import type { SessionFile } from './file.js'
import { isIdentity, wordsOf } from './names.js'

/** Whether an expression is the user whose request is answered, or says who that is: `req.user`, `(await auth()).user.id`, `await getCurrentUser()`. */
export function isAskingUser(node: Node, file: SessionFile): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'Identifier' && node.type !== 'CallExpression') return false
  const { context, handlers } = file
  const path = context.bindings.resolve(node)
  const handed = path && handlers.objectOf(path)
  // What `res.locals` holds is for a page, which may show anybody.
  if (handed) return handed.object !== 'response' && isOfRequest(handed.steps)
  if (!path) return false
  if (path.root.kind === 'parameter') return isOfAction(path, file)
  const call = path.steps.findIndex(isCallStep)
  const name = path.steps[call - 1] ?? ('name' in path.root ? path.root.name : '')
  if (call === -1) return false
  const kept = stepsKept(path.steps.slice(call + 1))
  if (GIVING_SESSION.test(wordsOf(name))) return isIdentity(kept[0] ?? '')
  return GIVING_USER.test(wordsOf(name)) && isAskedForRequest(node, file)
}

/** What is handed to an action by whatever it was given to, which asks who it is: `client.action(async ({ ctx }) => … ctx.user.id)`, `withUser(async (form, user) => …)`. */
function isOfAction({ root, steps }: Path, { context }: SessionFile): boolean {
  if (root.kind !== 'parameter' || wrapped(root.function).parent?.type !== 'CallExpression' || !isServerAction(root.function, context)) return false
  const parameter = root.function.params[root.index]
  const named = parameter?.type === 'Identifier' ? [parameter.name, ...steps] : steps
  return isOfRequest(/^(?:ctx|context)$/.test(named[0] ?? '') ? named.slice(1) : named)
}

/** `user.id` of a request, `session.userId`, `state.user`, `get('user')` */
function isOfRequest(steps: readonly string[]): boolean {
  const [first = '', second = ''] = stepsKept(steps)
  return /^(?:user|userId|user_id|currentUser)$/.test(first) || (first === 'session' && isIdentity(second))
}

/** What stands among what is kept with a request or in a session: `ctx.state.user`, `c.get('user')`, `event.locals.user`, `session.data.userId`. */
function stepsKept(steps: readonly string[]): readonly string[] {
  const [place = '', key = ''] = steps
  if (place === 'get') return [/^\('(.*)'\)$/.exec(key)?.[1] ?? '', ...steps.slice(2)]
  return KEEPING.has(place) ? steps.slice(1) : steps
}

const KEEPING = new Set(['state', 'auth', 'var', 'locals', 'data'])

/** Whether a function gives, by its name, the user of a request or his session. */
export function givesAskingUser(name: string): boolean {
  return GIVING_SESSION.test(wordsOf(name)) || GIVING_USER.test(wordsOf(name))
}

/** Functions that give the session of a request: `auth`, `getServerSession`, `useSession`, `requireUserSession`, `validateRequest`. */
const GIVING_SESSION = /^(?:auth|validate request|(?:unstable )?(?:(?:get|require|use|read|load|fetch|current|ensure|verify|validate) )?(?:(?:server|user|auth|iron|current|request|app) )*session(?: data)?)$/

/** Functions that give its user, or his number. */
const GIVING_USER = /^(?:get|require|read|load|fetch|current|ensure|use)(?: (?:current|auth|authed|authenticated|logged in|session|request|server))* (?:user|user id|viewer)$/

/** Whether a call is given nothing, or the request: others ask for any user, as `getUser(params.id)` does. */
function isAskedForRequest(node: Node, { context: { bindings }, handlers }: SessionFile): boolean {
  const call = callIn(node)
  return call?.type === 'CallExpression' && call.arguments.every((argument) => {
    const path = bindings.resolve(argument)
    return path !== undefined && handlers.objectOf(path)?.steps.length === 0
  })

  /** The call that a value comes from: `getUser()` in `(await getUser()).id`, and where that is held by a name. */
  function callIn(part: Node): Node | undefined {
    const expression = unwrap(part)
    if (expression.type === 'MemberExpression') return callIn(expression.object)
    if (expression.type === 'AwaitExpression') return callIn(expression.argument)
    if (expression.type !== 'Identifier') return expression
    const variable = bindings.variable(expression)
    const held = variable && (bindings.value(variable) ?? takenApart(variable))
    return held && callIn(held)
  }
}

/** What a part is taken from: `await requireUser()` for `id` in `const { id } = await requireUser()`. */
function takenApart({ defs: [definition] }: Variable): Node | undefined {
  return definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
}
