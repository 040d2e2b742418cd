'use strict'

const members = [
	{ id: 1, name: 'alice', password: 'tulips', isModerator: true, visits: 0 },
	{ id: 2, name: 'bob', password: 'daisies', isModerator: false, visits: 0 }
]

exports.find = (name, password) => members.find((member) => member.name === name && member.password === password)

exports.get = (id) => members.find((member) => member.id === id)

exports.countVisit = (member) => {
	member.visits += 1
	return member.visits
}
