class SessionStore {
  constructor () {
    this.records = new Map()
  }

  async get (key) {
    return this.records.get(key)
  }

  async set (key, record) {
    this.records.set(key, record)
  }

  async destroy (key) {
    this.records.delete(key)
  }
}

module.exports = { SessionStore }
