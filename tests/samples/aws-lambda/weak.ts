import type { APIGatewayProxyHandler } from 'aws-lambda'

export const handler: APIGatewayProxyHandler = async () => {
  const id = Math.random().toString(36).slice(2)
  return {
    statusCode: 200,
    headers: { 'Set-Cookie': `sid=${id}; Path=/` },
    body: 'Welcome',
  }
}
