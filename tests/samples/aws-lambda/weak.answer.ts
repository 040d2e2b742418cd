import type { APIGatewayProxyHandler } from 'aws-lambda'
import { parse } from 'cookie'

export const handler: APIGatewayProxyHandler = async (event) => {
  const { sid } = parse(event.headers.cookie ?? '')
  return { statusCode: 200, body: JSON.stringify({ sid }) }
}
