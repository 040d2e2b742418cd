Bun.serve({
  routes: {
    '/logout': {
      POST: (req) => {
        req.cookies.delete('__Host-session')
        return new Response('Bye')
      },
    },
  },
})
