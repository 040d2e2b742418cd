import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyHandler, APIGatewayProxyHandlerV2 } from 'aws-lambda'

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax'

export const login: APIGatewayProxyHandler = async () => {
  const id = randomBytes(32).toString('base64url')
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/plain' },
    multiValueHeaders: { 'Set-Cookie': [`__Host-sid=${id}; ${ATTRIBUTES}; Max-Age=1800`, `lang=${process.env.LANG}; Path=/`] },
    body: 'Welcome',
  }
}

export const renew: APIGatewayProxyHandlerV2 = async () => {
  const id = randomBytes(32).toString('base64url')
  return { statusCode: 200, cookies: [`__Host-sid=${id}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`], body: '' }
}

export const logout: APIGatewayProxyHandlerV2 = async () => ({
  statusCode: 204,
  cookies: [`__Host-sid=; ${ATTRIBUTES}; Max-Age=0`],
})
