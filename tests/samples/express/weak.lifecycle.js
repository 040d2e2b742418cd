import express from 'express'

const router = express.Router()

router.get('/logout', (req, res) => {
  res.clearCookie('__Host-sid')
  res.redirect('/')
})

export default router
