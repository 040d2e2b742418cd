import Cookies from 'universal-cookie'

const cookies = new Cookies(null, { path: '/' })

export function keep(token) {
  cookies.set('token', token, { maxAge: 1800, secure: true, sameSite: 'lax' })
  cookies.set('theme', 'dark')
}

export function logOut() {
  cookies.remove('token')
}
