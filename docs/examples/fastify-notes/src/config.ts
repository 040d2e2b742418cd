export const port = Number(process.env.PORT ?? 3001)
export const isProduction = process.env.NODE_ENV === 'production'

export function sessionSecret(): string {
  const secret = process.env.SESSION_SECRET
  if (!secret) throw new Error('Set SESSION_SECRET to at least 32 random characters.')
  return secret
}
