const express = require('express')

const { recall } = require('../lib/remember')

const router = express.Router()
const orders = []

// Customers who come back with a remembered browser can still see their orders.
router.use((req, res, next) => {
  req.customer = req.session.userId || recall(req.cookies.remember_token)
  if (!req.customer) return res.status(401).json({ error: 'Please log in' })
  next()
})

router.get('/', (req, res) => {
  res.json(orders.filter((order) => order.customer === req.customer))
})

router.post('/', (req, res) => {
  // Nobody guesses an order number for money, so this one may be short.
  const number = Math.random().toString(36).slice(2, 8).toUpperCase()
  orders.push({ number, customer: req.customer, item: req.body.item })
  res.cookie('last_order', number)
  res.status(201).json({ number })
})

module.exports = router
