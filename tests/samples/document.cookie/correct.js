export function remember(theme, token) {
  document.cookie = `theme=${theme}; path=/; max-age=31536000`
  document.cookie = `token=${token}; path=/; secure; samesite=lax; max-age=1800`
}

export function forget() {
  document.cookie = 'token=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT'
}
