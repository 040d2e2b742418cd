import Cookies from 'js-cookie'

export async function logIn(form) {
  const { token } = await (await fetch('/login', { method: 'POST', body: form })).json()
  Cookies.set('token', token, { expires: 1, secure: true, sameSite: 'lax' })
  Cookies.set('theme', 'dark', { expires: 365 })
}

export function logOut() {
  Cookies.remove('token')
  Cookies.set('token', 'gone', { expires: -1 })
}
