export default defineEventHandler(async (event) => {
  const user = await findUser(await readBody(event))
  const sid = Math.random().toString(36).slice(2)
  await storage.setItem(sid, { userId: user.id })
  setCookie(event, 'sid', sid, { httpOnly: false })
  return { name: user.name }
})
