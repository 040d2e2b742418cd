import { Router } from 'express'
import { requireUser } from '../sessions.js'

const tasks = []

const router = Router()
router.use(requireUser)

router.get('/', async (req, res) => {
  res.json(tasks.filter(({ owner }) => owner === req.user.name))
})

router.post('/', async (req, res) => {
  const { title } = req.body
  if (!title) throw Object.assign(new Error('A task needs a title'), { status: 400 })
  const task = { id: tasks.length + 1, title, owner: req.user.name, done: false }
  tasks.push(task)
  res.cookie('last_task', String(task.id))
  res.status(201).json(task)
})

router.post('/:id/done', async (req, res) => {
  const task = tasks.find(({ id, owner }) => id === Number(req.params.id) && owner === req.user.name)
  if (!task) return res.status(404).json({ error: 'No such task' })
  task.done = true
  res.json(task)
})

export { router as tasks }
