export function paint(theme) {
  sessionStorage.setItem('theme', theme)
}

export function logOut() {
  sessionStorage.removeItem('access_token')
}
