import { betterAuth } from 'better-auth'
import { database } from './database'

const auth = betterAuth({ database, emailAndPassword: { enabled: true } })

export async function endSession(request: Request, token: string) {
  auth.api.revokeSession({ headers: request.headers, body: { token } })
  return Response.redirect('/')
}
