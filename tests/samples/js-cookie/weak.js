import Cookies from 'js-cookie'

export function begin() {
  Cookies.set('sid', Math.random().toString(36).slice(2), { expires: 7 })
}
