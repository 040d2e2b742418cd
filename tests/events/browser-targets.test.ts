import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { isBrowserSentTo } from '../../lib/events/browser-targets.js'
import { nodesIn, probe } from '../ast/probe.js'

/** Whether a browser is sent to what is called `url` first. */
function isSent(code: string): boolean {
  const { bindings, sourceCode } = probe(code)
  const [url] = nodesIn(sourceCode, (node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name === 'url')
  if (!url) throw new Error('The program has no `url`.')
  return isBrowserSentTo(url, bindings)
}

describe('a browser is sent', () => {
  it.each([
    'res.redirect(url)', 'res.redirect(302, url)', 'permanentRedirect(url)', 'navigateTo(url)', 'location.replace(url)', 'window.location.assign(url)',
    'window.open(url)', 'open(url)', 'self.open(url)', 'location.href = url', 'window.location = url', "res.setHeader('Location', url)", "headers.append('location', url)",
    'new Response(null, { headers: { Location: url } })', 'const answer = { redirect: { destination: url } }', 'redirect(encodeURI(url))', 'redirect(String(url))',
    'redirect(url.toString())', 'redirect(url.href)', 'redirect(new URL(url, base))', "redirect(isNew ? '/welcome' : url)", 'redirect(next ?? url)', 'const to = url; redirect(to)',
    'const to = new URL(url); if (isNew) log(to); redirect(to.href)',
  ])('by %s', (code) => {
    expect(isSent(code)).toBe(true)
  })
})

describe('no browser is sent', () => {
  it.each([
    'fetch(url)', 'redirect(url.pathname)', 'redirect(url.hrefs)', 'redirect(map[url])', 'redirect(url.toStringTag())', 'redirect(encodeURIComponent(url))', 'redirect(new Request(url))',
    'replace(url)', 'assign(url)', 'text.replace(url)', 'router.assign(url)', 'dialog.open(url)', 'window.openLater(url)', 'windows.open(url)', 'mywindow.open(url)', 'location.reopen(url)', 'location.page.title = url', 'const answer = { relocation: url }', 'const answer = { location: next, [url]: 1 }', 'window.dialog.open(url)', 'redirectTo(url)',
    'url.href = location', 'location[url] = 1', 'place.href = url', 'const answer = { locations: url }', 'const answer = { [url]: location }', 'const { to } = url; redirect(to)', 'new URL(url)', 'url()',
    'const to = url; log(to)', 'if (url) redirect(to)',
  ])('by %s', (code) => {
    expect(isSent(code)).toBe(false)
  })

  it('that anybody can tell, by a value that is made of itself', () => {
    expect(isSent('const to = to || url')).toBe(false)
  })
})
