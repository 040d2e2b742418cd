'use strict'

const express = require('express')
const session = require('express-session')
const AccountController = require('./controllers/account-controller')
const ThreadController = require('./controllers/thread-controller')
const { sessionOptions } = require('./options')

const HOUR = 60 * 60 * 1000

class Forum {
	constructor(port) {
		this.port = port
		this.app = express()
		this.accounts = new AccountController()
		this.threads = new ThreadController()
	}

	middleware() {
		this.app.use(express.json())
		// Members and moderators have sessions of their own: /mod is another application one day.
		this.app.use('/mod', session({ ...sessionOptions(), name: 'mod', secret: 'moderators only', cookie: { path: '/mod', maxAge: 8 * HOUR } }))
		this.app.use('/forum', session(this.memberSession()))
		return this
	}

	memberSession() {
		return {
			name: 'forum.sid', // not the default
			secret: process.env.FORUM_SECRET || 'forum',
			resave: false,
			saveUninitialized: true,
			genid: (req) => this.accounts.createId(req),
			cookie: {
				httpOnly: false, // the old client reads it
				maxAge: 24 * 7 * HOUR // a week
			}
		}
	}

	routes() {
		const { accounts, app, threads } = this
		app.get('/', (req, res) => res.send('The forum'))
		app.post('/forum/login', accounts.login.bind(accounts))
		app.post('/forum/logout', accounts.logout.bind(accounts))
		app.get('/forum/me', accounts.requireMember, accounts.me.bind(accounts))
		app.get('/forum/threads', threads.list.bind(threads))
		app.post('/forum/threads', accounts.requireMember, threads.create.bind(threads))
		app.post('/mod/login', accounts.loginModerator.bind(accounts))
		app.get('/mod/log', accounts.requireModerator, threads.log.bind(threads))
		return this
	}

	start() {
		this.app.use((err, req, res, next) => {
			res.status(err.status || 500).json({ error: err.message })
		})
		this.app.listen(this.port, '127.0.0.1', () => console.log('Listening'))
	}
}

new Forum(process.env.PORT).middleware().routes().start()
