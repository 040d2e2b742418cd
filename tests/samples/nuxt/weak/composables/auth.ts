export function useVisitor() {
  const session = useCookie('session_id', { maxAge: 3600 })
  if (!session.value) session.value = Math.random().toString(36).slice(2)
  return session
}
