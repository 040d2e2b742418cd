export async function begin() {
  await cookieStore.set('sid', Math.random().toString(36).slice(2))
}
