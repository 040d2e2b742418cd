import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyHandler, APIGatewayProxyHandlerV2 } from 'aws-lambda'

export const login: APIGatewayProxyHandler = async () => {
  const id = randomBytes(32).toString('base64url')
  return {
    statusCode: 200,
    headers: { 'Set-Cookie': `sid=${id}; Domain=.example.com; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=7776000` },
    body: 'Welcome',
  }
}

export const renew: APIGatewayProxyHandlerV2 = async () => {
  const id = randomBytes(32).toString('base64url')
  return {
    statusCode: 200,
    cookies: [
      `auth_token=${id}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`,
      `__Host-session=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1800`,
    ],
    body: '',
  }
}
