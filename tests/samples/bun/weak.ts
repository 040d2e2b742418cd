Bun.serve({
  routes: {
    '/login': (req) => {
      req.cookies.set('sid', Math.random().toString(36).slice(2))
      return new Response('Welcome')
    },
  },
})
