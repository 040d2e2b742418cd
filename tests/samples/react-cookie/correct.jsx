import { useCookies } from 'react-cookie'

export function Account({ token }) {
  const [cookies, setCookie, removeCookie] = useCookies(['token'])
  const keep = () => setCookie('token', token, { path: '/', maxAge: 1800, secure: true, sameSite: 'lax' })
  const dark = () => setCookie('theme', 'dark', { path: '/' })
  return cookies.token ? <button onClick={() => removeCookie('token', { path: '/' })}>Log out</button> : <button onClick={keep} onBlur={dark}>Log in</button>
}
