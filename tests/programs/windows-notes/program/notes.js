const notes = new Map()
const shares = new Map()

module.exports = {
    of(name) {
        return notes.get(name) ?? []
    },
    add(name, text) {
        const list = [...this.of(name), text]
        notes.set(name, list)
        return list
    },
    share(token, name) {
        shares.set(token, name)
    },
    sharedBy(token) {
        return shares.get(token)
    },
}
