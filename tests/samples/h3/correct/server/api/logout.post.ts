export default defineEventHandler(async (event) => {
  const sid = getCookie(event, 'sid')
  if (sid) await storage.removeItem(sid)
  deleteCookie(event, 'sid')
  setCookie(event, 'legacy_session', '', { maxAge: 0 })
  return sendRedirect(event, '/')
})
