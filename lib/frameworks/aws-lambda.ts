import { defineFramework, from, signature } from './framework.js'

const MODULE = 'aws-lambda'

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const awsLambda = defineFramework({
  name: MODULE,
  packages: ['@types/aws-lambda'],
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html',
  names: {
    Answer: [
      from(MODULE, 'APIGatewayProxyResult'),
      from(MODULE, 'APIGatewayProxyResultV2'),
      from(MODULE, 'APIGatewayProxyStructuredResultV2'),
      from(MODULE, 'ALBResult'),
      from(MODULE, 'CloudFrontResultResponse'),
      from(MODULE, 'CloudFrontResponse'),
    ],
  },
  signatures: [
    signature('return { statusCode, body }', { emits: 'answered', value: 'body' }),
    signature('return { statusCode, headers }', { emits: 'headerWritten', headers: 'headers' }),
    signature('return { statusCode, multiValueHeaders }', { emits: 'headerWritten', headers: 'multiValueHeaders' }),
    signature('return { statusCode, cookies }', { emits: 'headerWritten', text: 'cookies' }),
    signature('const answer: Answer', { emits: 'headerWritten', headers: 'answer.headers' }),
    signature('const answer: Answer', { emits: 'headerWritten', headers: 'answer.multiValueHeaders' }),
    signature('const answer: Answer', { emits: 'headerWritten', text: 'answer.cookies' }),
  ],
})
