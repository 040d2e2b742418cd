export function useVisitor() {
  const theme = useCookie('theme', { maxAge: 31_536_000, secure: true, sameSite: 'lax' })
  theme.value ??= Math.random() < 0.5 ? 'dark' : 'light'
  return theme
}

export function logout() {
  useCookie('session_id').value = null
}
