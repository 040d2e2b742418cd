import { expect, it } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { isSentBack } from '../../lib/events/sent-back.js'
import { nodesIn, probe } from '../ast/probe.js'

/** Whether what is called `TEXT` is sent back. */
function sentBack(code: string): boolean {
  const { bindings, sourceCode } = probe(code)
  const [text] = nodesIn(sourceCode, (node): node is Node => node.type === 'Identifier' && node.name === 'TEXT')
  return text !== undefined && isSentBack(text, bindings)
}

it.each([
  ['in the headers of a request', 'fetch(url, { headers: { Cookie: TEXT } })'],
  ['in the headers of a request, in quotes', `fetch(url, { headers: { 'cookie': TEXT } })`],
  ['by a method', `request.set('Cookie', TEXT)`],
  ['by a function', `setHeader(request, 'cookie', TEXT)`],
  ['as a member', 'headers.cookie = TEXT'],
  ['as a member in brackets', `headers['Cookie'] = TEXT`],
  ['in a list', `request.set('Cookie', [TEXT])`],
  ['in a list that becomes a text', `request.set('Cookie', [TEXT, other].join('; '))`],
  ['with other texts', `request.set('Cookie', TEXT + '; a=b')`],
  ['in a template', 'request.set("Cookie", `a=b; ${TEXT}`)'],
  ['perhaps', `request.set('Cookie', a ? TEXT : '')`],
  ['by a name', `const cookie = TEXT; request.set('Cookie', cookie)`],
    ['before many others', `request.set('Cookie', TEXT + '; ' + a + '; ' + b + '; ' + c + '; ' + d + '; ' + e)`],
  ['by a name for a list', `const cookies = [TEXT]; log(cookies); request.set('Cookie', cookies.join('; '))`],
])('a cookie is sent back %s', (_title, code) => {
  expect(sentBack(code)).toBe(true)
})

it.each([
  ['in another header', `response.setHeader('Set-Cookie', TEXT)`],
  ['in another property', 'answer({ headers: { "Set-Cookie": TEXT } })'],
  ['as a name', 'answer({ [TEXT]: "Cookie" })'],
  ['as the first that a function is given', `request.set(TEXT, 'Cookie')`],
  ['by what is called', `TEXT('Cookie', a)`],
  ['as a member of the page', 'document.cookie = TEXT'],
  ['as another member', 'headers.other = TEXT'],
  ['as a variable', 'let cookie; cookie = TEXT'],
  ['by a name for something in it', `const { cookie } = TEXT; request.set('Cookie', cookie)`],
  ['by a name that goes elsewhere', 'const cookie = TEXT; log(cookie)'],
  ['in a list that becomes something else', `request.set('Cookie', [TEXT].map(f))`],
  ['by its length', `request.set('Cookie', [TEXT].length)`],
  ['by a name that is for the cookies of a request afterwards', 'let text = TEXT; send(text); ({ cookie: text } = headers)'],
    ['by names that lead to each other', 'var a = TEXT + b; var b = a'],
])('a cookie is not sent back %s', (_title, code) => {
  expect(sentBack(code)).toBe(false)
})
