import Router from '@koa/router'

const router = new Router()

router.get('/logout', (ctx) => {
  ctx.cookies.set('sid', null)
  ctx.redirect('/')
})

export default router
