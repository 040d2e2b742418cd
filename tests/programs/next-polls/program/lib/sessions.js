export const sessions = new Map()
export const votes = []

const users = [
	{ name: 'alice', password: 'tulips', theme: 'dark' },
	{ name: 'bob', password: 'daisies', theme: 'light' }
]

export async function findUser(name) {
	return users.find((user) => user.name === name)
}

/** A session, and what lets somebody come back after a week. */
export async function createSession(user) {
	const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
	const rememberToken = Array.from({ length: 20 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
	sessions.set(id, { name: user.name, rememberToken })
	return { id, rememberToken }
}
