export default {
  async fetch(request) {
    const id = crypto.randomUUID() + crypto.randomUUID()
    const headers = new Headers()
    if (new URL(request.url).pathname === '/admin/login') {
      headers.append('Set-Cookie', `admin_session=${id}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=1800`)
      headers.append('Set-Cookie', `__Host-session=${id}; Path=/admin; HttpOnly; Secure; SameSite=Lax; Max-Age=1800`)
    } else {
      headers.append('Set-Cookie', `sid=${id}; Domain=example.com; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=7776000`)
    }
    return new Response('Welcome', { headers })
  },
}
