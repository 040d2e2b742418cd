'use strict'

const { cookieOptions } = require('../options')

module.exports = class ThreadController {
	constructor() {
		this.threads = []
	}

	list(req, res) {
		// Where the reader was.
		res.cookie('seen', String(this.threads.length), cookieOptions({ maxAge: 1000 }))
		res.json(this.threads)
	}

	create(req, res, next) {
		const { title } = req.body
		if (!title) return next(Object.assign(new Error('A thread needs a title'), { status: 400 }))
		const thread = { title, by: req.session.memberId }
		this.threads.push(thread)
		return res.status(201).json(thread)
	}

	log(req, res) {
		console.log(`moderator ${req.session.user} (${req.session.id}) reads the log`)
		res.json({ threads: this.threads.length })
	}
}
