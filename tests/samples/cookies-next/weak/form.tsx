'use client'

import { setCookie } from 'cookies-next/client'

export function LoginForm() {
  async function logIn(form: FormData) {
    const answer = await fetch('/api/login', { method: 'POST', body: form })
    const { accessToken } = await answer.json()
    setCookie('access_token', accessToken, { maxAge: 30 * 60 })
  }

  return (
    <form action={logIn}>
      <input name="password" type="password" />
    </form>
  )
}
