export function useVisitor() {
  const session = useCookie('session_id', { maxAge: 3600, secure: true, sameSite: 'lax' })
  const theme = useCookie('theme')
  if (!session.value) session.value = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  theme.value ??= Math.random() < 0.5 ? 'dark' : 'light'
  return session
}

export function logout() {
  useCookie('session_id').value = null
}
