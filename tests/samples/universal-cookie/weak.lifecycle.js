import Cookies from 'universal-cookie'

const cookies = new Cookies()

export function forget() {
  cookies.remove('__Secure-session', { path: '/' })
}
