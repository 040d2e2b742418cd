export default {
  async fetch(request) {
    const headers = new Headers({ 'Content-Type': 'text/plain' })
    headers.append('Set-Cookie', `sid=${Math.random().toString(36).slice(2)}; Path=/`)
    return new Response('Welcome', { headers })
  },
}
