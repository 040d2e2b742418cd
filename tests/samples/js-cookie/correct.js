import Cookies from 'js-cookie'

export async function logIn(form) {
  await fetch('/login', { method: 'POST', body: form })
  Cookies.set('theme', 'dark', { expires: 365 })
}

export function logOut() {
  Cookies.remove('token')
  Cookies.set('token', 'gone', { expires: -1 })
}
