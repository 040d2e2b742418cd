/** Answers as Redis does, from memory. */
const values = new Map()

exports.redis = {
  get: async (key) => values.get(key) ?? null,
  set: async (key, value) => {
    values.set(key, value)
    return 'OK'
  },
  del: async (key) => (values.delete(key) ? 1 : 0),
}
