export default defineEventHandler(async (event) => {
  const sid = getCookie(event, '__Host-sid')
  if (sid) await storage.removeItem(sid)
  deleteCookie(event, '__Host-sid', { secure: true })
  setCookie(event, 'legacy_session', '', { maxAge: 0 })
  return sendRedirect(event, '/')
})
