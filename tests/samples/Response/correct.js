const SESSION = 'Path=/; HttpOnly; Secure; SameSite=Lax'

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url)
    const id = crypto.randomUUID() + crypto.randomUUID()
    if (pathname === '/login') {
      return new Response('Welcome', { headers: { 'Set-Cookie': `__Host-sid=${id}; ${'HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=1800'}` } })
    }
    if (pathname === '/renew') {
      const headers = new Headers([['Set-Cookie', `__Host-sid=${id}; ${SESSION}; Max-Age=1800`]])
      headers.append('Set-Cookie', `theme=${request.headers.get('x-theme')}; Path=/`)
      return new Response(null, { headers })
    }
    const response = Response.json({ ok: true })
    response.headers.append('Set-Cookie', `__Host-sid=; ${SESSION}; Max-Age=0`)
    return response
  },
}
