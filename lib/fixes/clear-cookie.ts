import { exits } from '../ast/flow.js'
import { ownNodesOf } from '../ast/nodes-of.js'
import { chainStart, functionAround, statementAround, statementsOf, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { endOfStatement, lineOfStatement } from '../ast/statement-end.js'
import type { SessionDestroyed } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import type { KeptCookie } from '../events/kept-cookies.js'
import type { Framework } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import type { Edit } from './edit.js'
import { endBefore, indentOf, quoted, styleOf } from './style.js'

/** The deletion of a cookie in the words of the library that does it in a handler; undefined where nothing there leads to it. */
export function deletionOf(file: SessionFile, event: SessionDestroyed, cookie: KeptCookie): string | undefined {
  const { handler, node } = event
  const response = file.handlers.nameAround(node, 'response')
  const words = handler && wordsOf(file.handlers.serverOf(handler))
  return response === undefined || !words ? undefined : `${response}.${words.method}(${argumentsFor(cookie, words.framework, file)})`
}

/** Deletes the cookie where its session has ended: in the callback, behind the `await`, or before the answer. */
export function clearCookie(file: SessionFile, event: SessionDestroyed, deletion: string): Edit | undefined {
  const { sourceCode } = file.context
  const style = styleOf(sourceCode)
  const [response] = deletion.split('.')
  const { node } = event
  const callback = node.type === 'CallExpression' ? node.arguments.map((argument) => file.context.bindings.function(argument)).find((found) => found !== undefined) : undefined
  if (callback && callback.body.type !== 'BlockStatement') return isAnswer(callback.body) ? inChain(callback.body) : behindEnd()
  const [guard, ...guarded] = callback ? statementsOf(callback.body) : []
  const rest = guard && !isGuard(guard) ? [guard, ...guarded] : guarded
  const [first] = rest
  // The answer of another place has gone when the callback runs.
  if (!callback || !first || !rest.some(isAnswer)) return behindEnd()
  return first === guard && mentionsError(callback, file) ? undefined : before(first)

  function isAnswer(part: Node): boolean {
    return ownNodesOf(part, sourceCode, 'Identifier').some(({ name }) => name === response)
  }

  function behindEnd(): Edit | undefined {
    const statement = statementAround(node)
    if (statement?.type !== 'ExpressionStatement' || functionAround(statement) !== event.handler) return undefined
    const end = endOfStatement(statement, sourceCode)
    return (fixer) => [fixer.insertTextAfterRange([end, end], `${style.lineBreak}${indentOf(statement, sourceCode)}${deletion}${style.semicolon}`)]
  }

  function before(statement: Node): Edit {
    const { start, text } = lineOfStatement(statement, sourceCode)
    const line = `${deletion}${endBefore(text, style)}${style.lineBreak}${indentOf(statement, sourceCode)}`
    const isOnOneLine = callback !== undefined && callback.loc.start.line === callback.loc.end.line
    return (fixer) => [fixer.insertTextBeforeRange([start, start], isOnOneLine ? `${deletion}; ` : line)]
  }

  /** `res.clearCookie('sid').redirect('/')`: in the one answer that an expression gives when all is well. */
  function inChain(body: Node): Edit | undefined {
    const expression = unwrap(body)
    const answer = expression.type === 'ConditionalExpression' ? expression.alternate : expression
    const start = chainStart(answer)
    if (start.type !== 'Identifier' || start.name !== response || start === answer) return undefined
    return (fixer) => [fixer.replaceText(start, deletion)]
  }
}

/** `if (err) return next(err)` */
function isGuard(statement: Node): boolean {
  return statement.type === 'IfStatement' && !statement.alternate && exits(statement.consequent)
}

function mentionsError({ params: [error] }: FunctionNode, { context }: SessionFile): boolean {
  if (error?.type !== 'Identifier') return error !== undefined
  return (context.bindings.variable(error)?.references.length ?? 0) > 0
}

/** What the response of a server deletes cookies with: a method that is given the name and, if need be, the attributes. */
function wordsOf(server: Framework | undefined): { readonly framework: Framework; readonly method: string } | undefined {
  for (const framework of frameworks) {
    for (const { roles, root, text } of framework.signatures) {
      const isOfResponse = [framework.names[root] ?? []].flat().some((meaning) => meaning.kind === 'object' && meaning.object === 'response' && meaning.servers.includes(server?.name ?? ''))
      const [, method] = /^\w+\.(\w+)\(name, options\?\)$/.exec(text) ?? []
      if (roles.emits === 'cookieCleared' && isOfResponse && method !== undefined) return { framework, method }
    }
  }
  return undefined
}

function argumentsFor({ domain, isSecure, name, path }: KeptCookie, { cookie }: Framework, { context }: SessionFile): string {
  const style = styleOf(context.sourceCode)
  const keyOf = (attribute: 'domain' | 'path' | 'secure') => cookie?.keys?.[attribute] ?? attribute
  const attributes = [
    ...(isSecure ? [`${keyOf('secure')}: true`] : []),
    ...(path === undefined ? [] : [`${keyOf('path')}: ${quoted(path, style)}`]),
    ...(domain === undefined ? [] : [`${keyOf('domain')}: ${quoted(domain, style)}`]),
  ]
  return `${quoted(name, style)}${attributes.length > 0 ? `, { ${attributes.join(', ')} }` : ''}`
}
