export async function logIn(form) {
  const answer = await fetch('/api/login', { method: 'POST', body: form })
  const { accessToken } = await answer.json()
  sessionStorage.setItem('access_token', accessToken)
}
