import Cookies from 'universal-cookie'

const cookies = new Cookies(null, { path: '/' })

export function paint() {
  cookies.set('theme', 'dark')
}

export function logOut() {
  cookies.remove('token')
}
