export default defineEventHandler(async (event) => {
  const { email, password } = await readBody(event)
  const user = await findUser(email)
  if (!user || !(await verifyPassword(user.password, password))) throw createError({ statusCode: 401 })
  await setUserSession(event, { user: { id: user.id }, loggedInAt: Date.now() })
  return { ok: true }
})
