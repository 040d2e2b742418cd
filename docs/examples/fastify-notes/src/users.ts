import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

export interface Credentials {
  email: string
  password: string
}

export interface User {
  id: string
  email: string
  team?: string
}

const users = new Map<string, User & { salt: Buffer; hash: Buffer }>()

export async function createUser({ email, password }: Credentials, team?: string): Promise<User> {
  const salt = randomBytes(16)
  const user = { id: randomUUID(), email, team, salt, hash: await derive(password, salt, 32) }
  users.set(email, user)
  return user
}

export async function verifyUser({ email, password }: Credentials): Promise<User | undefined> {
  const user = users.get(email)
  if (!user) return undefined
  return timingSafeEqual(await derive(password, user.salt, 32), user.hash) ? user : undefined
}
