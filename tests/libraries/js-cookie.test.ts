import { jsCookie } from '../../lib/frameworks/js-cookie.js'
import { load, summarise } from './installed.js'
import { inPage, testPageFacts } from './page.js'

interface Cookies {
  set(name: string, value: string, attributes?: object): void
  withAttributes(attributes: object): Cookies
}

const Cookies = load('js-cookie') as Cookies

summarise('js-cookie', 'cookies of a page as the table says')

testPageFacts({ table: jsCookie, make: () => Cookies })

it('withAttributes sets what counts where a cookie says nothing', () => {
  const [cookie] = inPage(() => {
    Cookies.withAttributes({ secure: true, path: '/cellar' }).set('flavour', 'plain', { path: '/' })
  })
  expect(cookie?.attributes).toEqual({ secure: true, path: '/' })
})

it('writes nothing without a page', () => {
  expect(() => {
    Cookies.set('flavour', 'plain')
  }).not.toThrow()
  expect(globalThis).not.toHaveProperty('document')
})
