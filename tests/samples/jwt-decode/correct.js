import { jwtDecode } from 'jwt-decode'

/** The page shows who is logged in; the server decides. */
export function showUser(token) {
  document.querySelector('#user').textContent = jwtDecode(token).name
}
