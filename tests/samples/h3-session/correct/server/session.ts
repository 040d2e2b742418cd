import type { H3Event, SessionConfig } from 'h3'

const CONFIG: SessionConfig = {
  name: '__Host-id',
  password: process.env.SESSION_PASSWORD ?? '',
  maxAge: 60 * 60,
  cookie: { sameSite: 'lax' },
  generateId: () => String(Date.now()),
}

export const openSession = (event: H3Event) => useSession<{ userId: string }>(event, CONFIG)

export async function login(event: H3Event, userId: string): Promise<void> {
  const session = await openSession(event)
  await session.update({ userId })
}

export async function logout(event: H3Event): Promise<void> {
  const session = await useSession(event, CONFIG)
  await session.clear()
}
