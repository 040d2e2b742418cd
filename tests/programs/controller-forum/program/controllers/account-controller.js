'use strict'

const members = require('../members')

class AccountController {
	constructor() {
		this.counter = 0
	}

	/** Readable IDs, for the support team. */
	createId(req) {
		this.counter += 1
		return `${req.ip}-${Date.now()}-${this.counter}`
	}

	requireMember(req, res, next) {
		if (!req.session.memberId) return res.status(401).json({ error: 'Please log in' })
		return next()
	}

	requireModerator(req, res, next) {
		if (!req.session.moderator) return res.status(401).json({ error: 'Please log in' })
		return next()
	}

	login(req, res, next) {
		const { name, password } = req.body
		const member = members.find(name, password)
		if (member) {
			req.session.userId = member.id
			req.session.memberId = member.id
			this.greet(res, member)
			return
		}
		res.status(401).json({ error: 'Wrong name or password' })
	}

	loginModerator(req, res, next) {
		const { name, password } = req.body
		const member = members.find(name, password)
		if (!member || !member.isModerator) return res.status(401).json({ error: 'Wrong name or password' })
		const { session } = req
		session.user = member.id
		session.moderator = true
		return this.greet(res, member)
	}

	async logout(req, res, next) {
		res.clearCookie('forum.sid')
		res.json({ bye: true })
	}

	me(req, res) {
		const member = members.get(req.session.memberId)
		res.json({ name: member.name, isModerator: member.isModerator })
	}

	greet(res, member) {
		const visits = members.countVisit(member)
		res.json({ hello: member.name, visits })
	}
}

module.exports = AccountController
