import { useCookies } from 'react-cookie'

export function Account() {
  const [cookies, setCookie, removeCookie] = useCookies(['token'])
  const paint = () => setCookie('theme', 'dark', { path: '/' })
  return cookies.token ? <button onClick={() => removeCookie('token', { path: '/' })}>Log out</button> : <button onClick={paint}>Dark</button>
}
