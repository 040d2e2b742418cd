import { useCookies } from 'react-cookie'

export function Start() {
  const [, setCookie] = useCookies(['sid'])
  const begin = () => setCookie('sid', Math.random().toString(36).slice(2), { path: '/' })
  return <button onClick={begin}>Start</button>
}
