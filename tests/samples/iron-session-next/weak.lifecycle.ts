import { withIronSessionApiRoute } from 'iron-session/next'
import type { NextApiRequest, NextApiResponse } from 'next'
import { sessionOptions } from '../lib/session'

async function addToCart(req: NextApiRequest, res: NextApiResponse) {
  req.session.cart = req.body.cart
  req.session.save()
  res.redirect('/cart')
}

export default withIronSessionApiRoute(addToCart, sessionOptions)
