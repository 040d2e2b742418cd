export async function keep(token) {
  await cookieStore.set({ name: 'token', value: token, expires: Date.now() + 30 * 60 * 1000 })
  await cookieStore.set('theme', 'dark')
}

export async function forget() {
  await cookieStore.delete('token')
}
