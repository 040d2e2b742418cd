import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventsOf } from '../events-of.js'

/** The events of a program, whatever is underlined. */
function events(code: string, filename?: string): string[] {
  return eventsOf(code, filename === undefined ? {} : { filename }).map((event) => event.replace(/`.*`/s, '…'))
}

const WRITTEN = 'cookieWritten aws-lambda proved … sid session lifetime=none'
const LIKELY = WRITTEN.replace('proved', 'likely')
const TEXT = '`sid=${id}`'
const ANSWER = `{ statusCode: 200, headers: { 'Set-Cookie': ${TEXT} }, body: '' }`

describe('an answer', () => {
  it.each([
    ['an exported handler', `export const handler = async (event) => { return ${ANSWER} }`],
    ['an exported function', `export async function handler(event) { return ${ANSWER} }`],
    ['an assigned handler', `exports.handler = async (event) => { return ${ANSWER} }`],
    ['an assigned handler of the module', `module.exports.handler = async function (event) { return ${ANSWER} }`],
    ['an arrow function', `export const handler = async (event) => (${ANSWER})`],
    ['a callback', `exports.handler = (event, context, callback) => { callback(null, ${ANSWER}) }`],
    ['a constant', `export const handler = async (event) => { const response = ${ANSWER}; return response }`],
    ['a constant for the callback', `exports.handler = (event, context, callback) => { const response = ${ANSWER}; callback(null, response) }`],
    ['a variable', `export const handler = async (event) => { let response; response = ${ANSWER}; return response }`],
    ['a choice', `export const handler = async (event) => event.ok ? ${ANSWER} : { statusCode: 401 }`],
    ['a condition', `exports.handler = async (event) => event.ok && ${ANSWER}`],
    ['a promise', `exports.handler = (event) => Promise.resolve(${ANSWER})`],
    ['a wrapped handler', `export const handler = middy(async (event) => { return ${ANSWER} })`],
    ['a helper', `function answer(id) { return ${ANSWER} } exports.handler = async () => answer(open())`],
    ['headers that are held', `export const handler = async () => { const headers = { 'Set-Cookie': ${TEXT} }; return { statusCode: 200, headers } }`],
    ['headers in another case', `export const handler = async () => ({ statusCode: 200, headers: { 'set-cookie': ${TEXT} } })`],
    ['headers with many values', `export const handler = async () => ({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': [${TEXT}] } })`],
    ['cookies', `export const handler = async () => ({ statusCode: 200, cookies: [${TEXT}] })`],
    ['cookies that are held', `export const handler = async () => { const cookies = [${TEXT}]; return { statusCode: 200, cookies } }`],
    ['a header in a constant for CloudFront', `exports.handler = async () => { const cookie = { key: 'Set-Cookie', value: ${TEXT} }; return { status: '302', headers: { 'set-cookie': [cookie] } } }`],
    ['an answer made for CloudFront', `exports.handler = async () => ({ status: '302', headers: { 'set-cookie': [{ key: 'Set-Cookie', value: ${TEXT} }] } })`],
  ])('of %s', (_title, code) => {
    const found = events(code)
    expect(found.map((event) => event.replace(' Response ', ' aws-lambda '))).toEqual([LIKELY])
  })

  it.each([
    ['a type of the handler', `import type { APIGatewayProxyHandler } from 'aws-lambda'; export const handler: APIGatewayProxyHandler = async () => { return ${ANSWER} }`],
    ['a type of the answer', `import { APIGatewayProxyResult } from 'aws-lambda'; export async function handler(): Promise<APIGatewayProxyResult> { return ${ANSWER} }`],
    ['a type of a constant', `import type { APIGatewayProxyResult } from 'aws-lambda'; const answer: APIGatewayProxyResult = ${ANSWER}; send(answer)`],
    ['a type of a constant with many values', `import type { ALBResult } from 'aws-lambda'; const answer: ALBResult = { statusCode: 200, multiValueHeaders: { 'Set-Cookie': [${TEXT}] } }; send(answer)`],
    ['a type of a constant with cookies', `import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'; const answer: APIGatewayProxyStructuredResultV2 = { statusCode: 200, cookies: [${TEXT}] }; send(answer)`],
    ['a type that is satisfied', `import type { APIGatewayProxyResultV2 } from 'aws-lambda'; export const handler = async () => (${ANSWER}) satisfies APIGatewayProxyResultV2`],
  ])('with %s', (_title, code) => {
    expect(events(code)).toEqual([WRITTEN])
  })

  it.each([
    ['a constant that is completed', `export const handler = async (event) => { const response = { statusCode: 200, headers: {} }; response.headers['Set-Cookie'] = ${TEXT}; return response }`],
    ['an answer of CloudFront', `exports.handler = async (event) => { const response = event.Records[0].cf.response; response.headers['set-cookie'] = [{ key: 'Set-Cookie', value: ${TEXT} }]; return response }`],
  ])('of %s', (_title, code) => {
    expect(events(code).map((event) => event.replace(' Response ', ' aws-lambda '))).toEqual([WRITTEN])
  })

  it('is proved by the manifest', () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-security-lambda-')))
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { '@types/aws-lambda': '^8.10.0' } }))
    expect(events(`exports.handler = async () => (${ANSWER})`, join(folder, 'login.js'))).toEqual([WRITTEN])
  })

  it('with several cookies is one event for each', () => {
    expect(events(`exports.handler = async () => ({ statusCode: 200, cookies: [\`sid=\${id}; HttpOnly; Max-Age=60\`, \`theme=\${theme}\`] })`)).toEqual([
      LIKELY.replace('lifetime=none', 'httpOnly=true lifetime=60s'),
      'cookieWritten aws-lambda likely … theme other lifetime=none',
    ])
  })
})

describe('silence', () => {
  it.each([
    ['what a library makes', `exports.handler = async () => ({ statusCode: 200, headers: { 'Set-Cookie': cookie } })`],
    ['another header', `exports.handler = async () => ({ statusCode: 200, headers: { 'X-Session': ${TEXT} } })`],
    ['an example', `exports.example = async () => ({ statusCode: 200, headers: { 'Set-Cookie': 'sid=1' } })`],
    ['an object that nobody returns', `const expected = ${ANSWER}; assert.deepEqual(await handler(event), expected)`],
    ['an answer of a mock', `const send = jest.fn(() => (${ANSWER}))`],
    ['a callback of somebody else', `request.get(url, (error, response) => done(null, ${ANSWER}))`],
    ['a failure', `exports.handler = (event, context, callback) => callback(${ANSWER})`],
    ['an answer beside an error', `exports.handler = (event, context, callback) => callback('failed', ${ANSWER})`],
    ['a header of a request', `http.request({ headers: { 'Set-Cookie': ${TEXT} } })`],
    ['a header in a list of examples', `const headers = [{ key: 'Set-Cookie', value: ${TEXT} }]`],
    ['a header of a request to CloudFront', `exports.handler = async (event) => { const { request } = event.Records[0].cf; request.headers['set-cookie'] = [{ key: 'Set-Cookie', value: ${TEXT} }]; return request }`],
    ['another key', `const headers = [{ key: 'Cookie', value: ${TEXT} }]`],
    ['cookies without a status', `export const jar = () => ({ cookies: [${TEXT}] })`],
  ])('for %s', (_title, code) => {
    expect(events(code)).toEqual([])
  })
})
