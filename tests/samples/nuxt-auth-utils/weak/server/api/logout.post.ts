export default defineEventHandler(async (event) => {
  clearUserSession(event)
  return sendRedirect(event, '/')
})
