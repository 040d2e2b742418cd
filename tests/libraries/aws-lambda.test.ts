import { readFileSync } from 'node:fs'
import { awsLambda } from '../../lib/frameworks/aws-lambda.js'
import { meaningsIn } from '../../lib/frameworks/framework.js'
import { summarise } from './installed.js'

/** Where AWS is not, nothing runs: the types say what a handler answers with. */
const FILES = ['trigger/api-gateway-proxy.d.ts', 'trigger/alb.d.ts', 'common/cloudfront.d.ts', 'trigger/cloudfront-request.d.ts']
const types = FILES.map((file) => readFileSync(new URL(`node_modules/@types/aws-lambda/${file}`, import.meta.url), 'utf8')).join('\n')

summarise('@types/aws-lambda', `read, not run (${FILES.join(', ')})`)

it.each(meaningsIn(awsLambda).map((meaning) => (meaning.kind === 'export' ? meaning.steps.join('.') : '')))('%s is a type of an answer', (name) => {
  expect(types).toMatch(new RegExp(`export (?:interface|type) ${name}\\b`))
})

it('an answer has the members of the table', () => {
  expect(bodyOf('APIGatewayProxyResult')).toMatch(/statusCode: number;[^]*headers\?:[^]*multiValueHeaders\?:/)
  expect(bodyOf('APIGatewayProxyStructuredResultV2')).toMatch(/statusCode\?: number[^]*headers\?:[^]*cookies\?: string\[\]/)
  expect(bodyOf('ALBResult')).toMatch(/statusCode: number;[^]*headers\?:[^]*multiValueHeaders\?:/)
})

it('CloudFront takes headers as objects with a key and a value', () => {
  expect(types).toMatch(/interface CloudFrontHeaders \{\s*\[name: string\]: Array<\{\s*key\?: string[^}]*value: string;/)
})

function bodyOf(name: string): string {
  return new RegExp(`interface ${name} \\{([^]*?)\\n\\}`).exec(types)?.[1] ?? ''
}
