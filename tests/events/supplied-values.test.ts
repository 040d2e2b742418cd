import { describe, expect, it } from 'vitest'
import { functionAround } from '../../lib/ast/nodes.js'
import { createSuppliedValues } from '../../lib/events/supplied-values.js'
import { inHandler, sentIn } from './value-sent.js'

/** The places in a request from which the value that a program sends may be. */
function suppliesIn(code: string, isAsked = false): string[] {
  const { file, text, value } = sentIn(code)
  const supplied = createSuppliedValues(file.context, file.handlers).of(value, isAsked ? functionAround(value) : undefined)
  return supplied.map(({ from, header, node }) => `${from}${header === undefined ? '' : ` ${header}`}: ${text(node)}`)
}

describe('a value is supplied', () => {
  it.each([
    ['by the query', 'send(req.query.id)', ['query: req.query.id']],
    ['by the body', 'send(req.body.id)', ['body: req.body.id']],
    ['by the path', 'send(req.params.id)', ['params: req.params.id']],
    ['by a cookie', 'send(req.cookies.id)', ['cookie: req.cookies.id']],
    ['by a cookie with a signature', 'send(req.signedCookies.id)', ['cookie: req.signedCookies.id']],
    ['by a header', `send(req.headers['X-Id'])`, [`header x-id: req.headers['X-Id']`]],
    ['by a header that a method gives', `send(req.get('X-Id'))`, [`header x-id: req.get('X-Id')`]],
    ['by an address that is taken apart', `send(new URL(req.url).searchParams.get('id'))`, [`query: new URL(req.url).searchParams.get('id')`]],
    ['by the query, in a text with a name', 'const id = String(req.query.id); send(id)', ['query: id']],
    ['by a name for it', 'const id = req.query.id; send(id)', ['query: id']],
    ['by a name for another name', 'const { id } = req.query; const other = id; send(other)', ['query: other']],
    ['by the first that there is', 'send(req.cookies.id || req.query.id)', ['cookie: req.cookies.id', 'query: req.query.id']],
    ['by the query, if there is one', 'send(req.query.id ?? make())', ['query: req.query.id']],
    ['by the second of two that must be there', 'send(req.cookies.id && req.query.id)', ['query: req.query.id']],
    ['by one of two', 'send(a ? req.query.id : req.body.id)', ['query: req.query.id', 'body: req.body.id']],
    ['later', 'send(await req.body.id)', ['body: req.body.id']],
    ['as a text', 'send(`${req.query.id}`)', ['query: req.query.id']],
    ['with a text before it', `send('s:' + req.query.id)`, ['query: req.query.id']],
    ['in two parts', 'send(`${req.query.a}-${req.query.b}`)', ['query: req.query.a', 'query: req.query.b']],
    ['in another spelling', `send(String(req.query.id).trim().toLowerCase())`, ['query: req.query.id']],
  ])('%s', (_title, body, expected) => {
    expect(suppliesIn(inHandler(body))).toEqual(expected)
  })

  it.each([
    ['with a part that the server makes', 'send(`${req.query.id}-${make()}`)'],
    ['with a part that the server adds', 'send(req.query.id + make())'],
    ['minus something', 'send(req.query.id - req.query.other)'],
    ['as what a function makes of it', 'send(hash(req.query.id))'],
    ['by a method of what is no request', 'send(query.get(req.query).id)'],
    ['by all of the query', 'send(req.query)'],
    ['by a header whose name nobody knows', 'send(req.headers[name])'],
    ['by what the server has', 'send(req.session.id)'],
    ['by the answer', 'send(res.query.id)'],
    ['by something else of that name', 'send(other.query.id)'],
    ['by a call of nothing', 'send(String())'],
    ['by a variable that changes', 'let id = req.query.id; id = make(); send(id)'],
  ])('but not %s', (_title, body) => {
    expect(suppliesIn(inHandler(body))).toEqual([])
  })

  it.each([
    ['the query of h3', `import { defineEventHandler, getQuery } from 'h3'\nexport default defineEventHandler((event) => { send(getQuery(event).id) })`, ['query: getQuery(event).id']],
    ['the body of h3', `import { defineEventHandler, readBody } from 'h3'\nexport default defineEventHandler(async (event) => { const body = await readBody(event); send(body.id) })`, ['body: body.id']],
    ['the path of h3', `import { defineEventHandler, getRouterParam } from 'h3'\nexport default defineEventHandler((event) => { send(getRouterParam(event, 'id')) })`, [`params: getRouterParam(event, 'id')`]],
    ['an address that is parsed', inHandler('send(url.parse(req.url, true).query.id)', `import url from 'node:url'`), ['query: url.parse(req.url, true).query.id']],
    ['an address that is parsed, by a name', inHandler('const { pathname, query } = parse(req.url, true); send(query.id)', `import { parse } from 'url'`), ['query: query.id']],
    ['an address that a module of Node parses', inHandler('const { sid } = url.parse(req.url, true).query; send(sid)', `const url = require('url')`), ['query: sid']],
    ['a path that is parsed', inHandler('send(path.parse(req.url).name)', `import path from 'node:path'`), []],
    ['an address that nobody has parsed', inHandler('send(url.format(req.url).query.id)', `import url from 'node:url'`), []],
    ['the page of Astro', `const id = Astro.url.searchParams.get('id')\nsend(id)`, ['query: id']],
    ...[
      ['a hook', `import { useSearchParams } from 'react-router-dom'\nconst [params] = useSearchParams()\nsend(params.get('id'))`, "params.get('id')"],
      ['a hook of Next', `import { useSearchParams } from 'next/navigation'\nconst id = useSearchParams().get('id')\nsend(id)`, 'id'],
      ['a hook for the path', `import { useParams } from 'react-router-dom'\nconst { id } = useParams()\nsend(id)`, 'id'],
      ['the route of Vue', `import { useRoute } from 'vue-router'\nconst route = useRoute()\nsend(route.query.id)`, 'route.query.id'],
      ['the route of Vue, in its options', `export default { mounted() { send(this.$route.query.id) } }`, 'this.$route.query.id'],
      ['the router of Next', `import { useRouter } from 'next/router'\nconst { query } = useRouter()\nsend(query.id)`, 'query.id'],
      ['the route of Angular', `class A { go() { send(this.route.snapshot.queryParamMap.get('id')) } }`, "this.route.snapshot.queryParamMap.get('id')"],
      ['the page of Svelte', `import { page } from '$app/state'\nsend(page.url.searchParams.get('id'))`, "page.url.searchParams.get('id')"],
      ['properties of a page', 'export default async function Page({ searchParams }) { const { id } = await searchParams; send(id) }', 'id'],
      ['parameters that are read by hand', `send(new URLSearchParams(location.search).get('id'))`, "new URLSearchParams(location.search).get('id')"],
    ].map(([title = '', code = '', read = '']): [string, string, string[]] => [`the address of a page, by ${title}`, code, [`page: ${read}`]]),
    ['what a hook has loaded', `import { useQuery } from '@tanstack/react-query'\nconst { data } = useQuery(options)\nsend(data.id)`, []],
    ['where a router leads', `import { useRouter } from 'next/navigation'\nsend(useRouter().push('id'))`, []],
    ['a function of another name', `import { readHeader } from 'h3'\nsend(readHeader(event).id)`, []],
    ['a function that needs no import', `send(getQuery(event).id)`, ['query: getQuery(event).id']],
    ['a property that all objects have', `send(toString(event).id)`, []],
  ])('or not: %s', (_title, code, expected) => {
    expect(suppliesIn(code)).toEqual(expected)
  })

  it('by what a library gives to a function', () => {
    expect(suppliesIn('export const generate = (input) => { send(input.query.id) }', true)).toEqual(['query: input.query.id'])
    expect(suppliesIn('export const generate = (other, input) => { send(input.query.id) }', true)).toEqual([])
    expect(suppliesIn('export const generate = (input) => { send(input.query.id) }')).toEqual([])
  })
})
