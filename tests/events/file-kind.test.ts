import { isMadeUp, isOfBun, isPage, isWithoutNode } from '../../lib/events/file-kind.js'
import { fileOf, sessionFileOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

const SET = `export const actions = { default: ({ cookies }) => cookies.set('session', id) }`
const CODE = `export function middleware(request) { return start(request, 'session') }`

function runsWithoutNode(code: string, filename: string, libraries: readonly string[]): boolean | undefined {
  const file = fileOf(code, { filename, settings: { libraries } })
  return file && isWithoutNode(file.context)
}

describe("a file may run where Node's modules are not", () => {
  it.each([
    ['a file that a server runs at the edge', CODE, '/nowhere/src/middleware.ts', ['next']],
    ['one on Windows', CODE, 'C:\\work\\src\\middleware.ts', ['next']],
    ['one that says so', `export const runtime = 'edge'; export const GET = (request) => start(request, 'session')`, '/nowhere/app/route.js', ['next']],
    ['one with a package of another registry', `import { start } from 'npm:sessions'; start('session')`, '/nowhere/main.js', []],
    ['one with a module from an address', `import { start } from 'http://localhost/sessions.js'; start('session')`, '/nowhere/main.js', []],
    ['one with a module from a safe address', `import { start } from 'https://esm.sh/sessions'; start('session')`, '/nowhere/main.js', []],
    ['one with a package of JSR', `import { start } from 'jsr:@a/sessions'; start('session')`, '/nowhere/main.js', []],
    ['one with a package of Cloudflare', `import { start } from '@cloudflare/sessions'; start('session')`, '/nowhere/main.js', []],
    ['one with a module of Bun', `import { start } from 'bun'; start('session')`, '/nowhere/main.js', []],
    ['one of SvelteKit', SET, '/nowhere/src/routes/+page.server.ts', ['@sveltejs/kit', '@sveltejs/adapter-cloudflare']],
    ['one of Remix, by what it imports', `import { createCookie } from '@remix-run/cloudflare'; createCookie('session')`, '/nowhere/app/session.ts', []],
    ['one of React Router', `import { createCookie } from 'react-router'; createCookie('session')`, '/nowhere/app/session.ts', ['@cloudflare/vite-plugin']],
    ['one of Nuxt', `setCookie(event, 'session', id)`, '/nowhere/server/api/login.ts', ['nuxt', 'wrangler']],
    ['one of an application for phones', `start('session')`, '/nowhere/src/session.ts', ['react-native']],
    ['one of Expo', `start('session')`, '/nowhere/src/session.ts', ['expo']],
    ['one of an extension of a browser', `import browser from 'webextension-polyfill'; browser.storage.local.set({ session })`, '/nowhere/src/background.ts', []],
    ['one of an extension, by its project', `start('session')`, '/nowhere/src/session.ts', ['webextension-polyfill']],
    ['one of an extension, by its globals', `chrome.storage.local.set({ session })`, '/nowhere/src/background.ts', []],
    ['one of an extension of Firefox', `browser.storage.local.set({ session })`, '/nowhere/src/background.ts', []],
    ['one with a global of another runtime', `Deno.serve((request) => start(request, 'session'))`, '/nowhere/main.js', []],
  ])('as in %s', (_title, code, filename, libraries) => {
    expect(runsWithoutNode(code, filename, libraries)).toBe(true)
  })

  it.each([
    ['one of SvelteKit under Node', SET, '/nowhere/src/routes/+page.server.ts', ['@sveltejs/kit', '@sveltejs/adapter-node']],
    ['one of React Router under Node', `import { createCookie } from 'react-router'; createCookie('session')`, '/nowhere/app/session.ts', ['@react-router/node']],
    ['one of Nuxt under Node', `setCookie(event, 'session', id)`, '/nowhere/server/api/login.ts', ['nuxt']],
    ['one of the server beside an application for phones', `import express from 'express'; start('session')`, '/nowhere/server.ts', ['react-native']],
    ['one with a variable named like a global', `import { browser } from './browser.js'; browser.start('session')`, '/nowhere/main.js', []],
    ['one of the same name in another project', CODE, '/nowhere/src/middleware.ts', ['express']],
    ['one with a file of a name like that', `import { start } from './bun'; start('session')`, '/nowhere/main.js', []],
    ['one of another name', CODE, '/nowhere/src/auth-middleware.ts', ['next']],
    ['one that the server runs under Node', CODE, '/nowhere/proxy.ts', ['next']],
  ])('but not in %s', (_title, code, filename, libraries) => {
    expect(runsWithoutNode(code, filename, libraries)).toBe(false)
  })
})

describe('a library for cookies that works in a page as well', () => {
  it.each([
    ['is imported', `import Cookies from 'js-cookie'; Cookies.set('sid', id)`, '/nowhere/file.ts'],
    ['is there without an import', `useCookie('sid').value = id`, fileIn('fixtures/nuxt/composables/auth.ts')],
  ])('says that Node may be missing where it %s', (_title, code, path) => {
    expect(runsWithoutNode(code, path, [])).toBe(true)
  })

  it.each([
    ['beside a module of Node', `import fs from 'node:fs'; import Cookies from 'universal-cookie'; new Cookies(header).set('sid', id)`, '/nowhere/file.ts'],
    ['in a file of the server', `setCookie(event, 'sid', id)`, fileIn('fixtures/nuxt/server/api/login.ts')],
  ])('says nothing %s', (_title, code, path) => {
    expect(runsWithoutNode(code, path, [])).toBe(false)
  })
})

describe('settings say where a file runs', () => {
  const PAGE = `document.cookie = 'sid=' + id`
  const TRIAL = fileIn('fixtures/express/login.test.ts')
  const of = (code: string, environment: 'browser' | 'server' | 'test' | undefined, filename = '/nowhere/file.ts') => {
    return sessionFileOf(code, { filename, settings: { libraries: [], ...(environment && { environment }) } }).context
  }

  it.each([
    ['undefined, as a page is one', PAGE, undefined, true],
    ['undefined, as a page is one whose globals are declared', `/* global document */ ${PAGE}`, undefined, true],
    ['server, whatever the file shows', PAGE, 'server', false],
    ['test, whatever the file shows', PAGE, 'test', false],
    ['undefined, as a server is none', `setCookie('sid', id)`, undefined, false],
    ['browser, whatever the file shows', `import fs from 'node:fs'; setCookie('sid', id)`, 'browser', true],
  ] as const)('in a page: %s', (_title, code, environment, expected) => {
    expect(isPage(of(code, environment))).toBe(expected)
  })

  it.each([
    ['undefined, as cookies of pages are used', undefined, true],
    ['server, which has Node unless the file shows another runtime', 'server', false],
    ['browser', 'browser', true],
  ] as const)('without Node: %s', (_title, environment, expected) => {
    expect(isWithoutNode(of(`import Cookies from 'js-cookie'; Cookies.set('sid', id)`, environment))).toBe(expected)
  })

  it.each([
    ['undefined, by its name', undefined, TRIAL, true],
    ['undefined, by its name', undefined, '/nowhere/login.ts', false],
    ['test, whatever its name', 'test', '/nowhere/login.ts', true],
    ['server, whatever its name', 'server', TRIAL, false],
  ] as const)('made up: %s', (_title, environment, filename, expected) => {
    expect(isMadeUp(of(`setCookie('sid', id)`, environment, filename))).toBe(expected)
  })
})

describe('a file runs under Bun', () => {
  it.each([
    ['that imports it', `import { serve } from 'bun'; import start from './session'`, true],
    ['that imports a part of it', `import { Database } from 'bun:sqlite'; import start from './session'`, true],
    ['that uses its global', `Bun.serve(session)`, true],
    ['but not one that imports a package with a name like that', `import start from 'bunyan'; start('session')`, false],
    ['but not one with nothing of it', `import start from './session'`, false],
  ])('%s', (_title, code, expected) => {
    expect(isOfBun(sessionFileOf(code).context)).toBe(expected)
  })
})
