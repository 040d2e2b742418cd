import { useCookies } from 'react-cookie'

export function Leave() {
  const [, , removeCookie] = useCookies(['__Secure-session'])
  return <button onClick={() => removeCookie('__Secure-session', { path: '/' })}>Leave</button>
}
