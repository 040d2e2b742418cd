import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { createBindings } from '../../lib/ast/bindings.js'
import { urlOfObject } from '../../lib/events/url-parameters.js'
import { nodesIn } from '../ast/probe.js'
import { sourceCodeOf } from '../events-of.js'

/** The URL that `{ page }` becomes the parameters of. */
function urlIn(code: string): string | undefined {
  const sourceCode = sourceCodeOf(code, { filename: '/page.tsx' })
  const [parameters] = nodesIn(sourceCode, (node): node is TSESTree.ObjectExpression => node.type === 'ObjectExpression' && sourceCode.getText(node) === '{ page }')
  if (!parameters) throw new Error('The program has no `{ page }`.')
  const url = urlOfObject(parameters, createBindings(sourceCode, { methods: new Set(), modules: new Set() }))
  return url && sourceCode.getText(url)
}

describe('parameters go into a URL', () => {
  it.each([
    `axios.get('/file', { params: { page } })`,
    `this.$axios.get('/file', { params: { page } })`,
    `axios({ url: '/file', params: { page } })`,
    `axios({ ...base, url: '/file', params: { page } })`,
    `api('/file', { params: { page } as Params })`,
    `ky('/file', { searchParams: { page } })`,
    `$fetch('/file', { query: { page } })`,
    `io('/file', { query: { page } })`,
    `router.push({ pathname: '/file', query: { page } })`,
    `router.replace({ path: '/file', query: { page } })`,
    `navigateTo({ name: '/file', query: { page } })`,
    `const link = <Link href={{ pathname: '/file', query: { page } }} />`,
  ])('%s', (code) => {
    expect(urlIn(code)).toBe(`'/file'`)
  })

  it('to this very server, whatever stands there', () => {
    expect(urlIn('io(address, { query: { page } })')).toBe('address')
    expect(urlIn('http.get(`/file/${id}`, { params: { page } })')).toBe('`/file/${id}`')
  })
})

describe('nobody can tell a URL with parameters', () => {
  it.each([
    `axios.get('https://example.com/file', { params: { page } })`,
    `axios.get('/file', { data: { page } })`,
    `axios.get('/file', { myparams: { page } })`,
    `axios.get('/file', { paramsOf: { page } })`,
    `axios.get('/file', { page })`,
    `axios({ ...base, params: { page } })`,
    `axios({ baseurl: '/file', urls: '/file', params: { page } })`,
    `files.get('/file', { params: { page } })`,
    `io('https://example.com', { query: { page } })`,
    `io('http://example.com', { query: { page } })`,
    `io('ws://example.com', { query: { page } })`,
    `io('/file', { params: { page } })`,
    `router.push({ pathnames: '/file', query: { page } })`,
    `router.push({ fullpath: '/file', query: { page } })`,
    `router.push({ pathname: '/file', params: { page } })`,
    `history.pushState({ pathname: '/file', query: { page } })`,
    `history.unreplace({ pathname: '/file', query: { page } })`,
    `const options = { params: { page } }`,
    `class Request { params = { page } }`,
    `({ params = { page } }) => params`,
    `const all = [{ page }]`,
  ])('%s', (code) => {
    expect(urlIn(code)).toBeUndefined()
  })
})
