export default defineEventHandler((event) => {
  deleteCookie(event, '__Host-session')
  return sendRedirect(event, '/')
})
