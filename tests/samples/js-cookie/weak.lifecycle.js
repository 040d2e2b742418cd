import Cookies from 'js-cookie'

export function forget() {
  Cookies.remove('__Secure-session')
}
