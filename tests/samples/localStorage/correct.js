export function paint(theme) {
  localStorage.setItem('theme', theme)
}

export function logOut() {
  localStorage.removeItem('access_token')
}
