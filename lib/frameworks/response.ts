import { anything, defineFramework, global, parameter, signature } from './framework.js'

const ONE = { emits: 'headerWritten', header: 'header', value: 'value' } as const

/** https://developer.mozilla.org/en-US/docs/Web/API/Response */
export const response = defineFramework({
  name: 'Response',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/API/Response',
  names: {
    Headers: global('Headers'),
    Response: global('Response'),
    made: [global('Headers', 'new()'), parameter('headers', 'resHeaders', 'responseHeaders')],
    // Nothing but an answer has this header, whoever made it: `await next()`, `event.response`.
    answer: anything(),
  },
  signatures: [
    signature('new Headers(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('made.append(header, value)', ONE),
    signature('made.set(header, value)', ONE),
    signature('answer.headers.append(header, value)', ONE),
    signature('answer.headers.set(header, value)', ONE),
    signature('answer.resHeaders.append(header, value)', ONE),
    signature('answer.resHeaders.set(header, value)', ONE),
    signature('answer.headers[header] = value', ONE),
    signature('answer.headers[header].push(value)', ONE),
    signature('answer.headers = headers', { emits: 'headerWritten', headers: 'headers' }),
    signature('new Response(body, options?)', { emits: 'answered', value: 'body' }),
    signature('Response.json(data, options?)', { emits: 'answered', value: 'data' }),
    signature('new Response(body, options)', { emits: 'headerWritten', headers: 'options.headers' }),
    signature('Response.json(data, options)', { emits: 'headerWritten', headers: 'options.headers' }),
    signature('return { status, headers }', { emits: 'headerWritten', headers: 'headers' }),
  ],
})
