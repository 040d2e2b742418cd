import Cookies from 'universal-cookie'

const cookies = new Cookies()

export function begin() {
  cookies.set('sid', Math.random().toString(36).slice(2), { path: '/' })
}
