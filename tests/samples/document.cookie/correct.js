export function paint(theme) {
  document.cookie = `theme=${theme}; path=/; max-age=31536000`
}

export function forget() {
  document.cookie = 'token=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT'
}
