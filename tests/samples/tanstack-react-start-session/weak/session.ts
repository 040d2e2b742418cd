import { useSession } from '@tanstack/react-start/server'

export function useAppSession() {
  return useSession<{ userEmail: string }>({
    password: 'f0mqXgFvV2cJ9wTzK4bQ7sYpR1nH6dLa',
    cookie: { httpOnly: false },
  })
}

export async function login(userEmail: string): Promise<void> {
  const session = await useAppSession()
  await session.update({ userEmail })
}
