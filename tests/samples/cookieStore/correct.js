export async function paint() {
  await cookieStore.set('theme', 'dark')
}

export async function forget() {
  await cookieStore.delete('token')
}
