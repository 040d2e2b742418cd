const users = new Map()
const tokens = new Map()
const posts = []

const fail = (status, message) => Promise.reject(Object.assign(new Error(message), { status }))

export const addUser = ({ name, password }) => {
  if (users.has(name)) return fail(409, 'This name is taken')
  const user = { id: `u${users.size + 1}`, name, password }
  users.set(name, user)
  return Promise.resolve(user)
}

export const findUser = (name) => Promise.resolve(users.get(name))

export const verify = (user, password) => Promise.resolve(user.password === password ? user : null)

export const saveToken = (token, id) => Promise.resolve(tokens.set(token, id))

export const findToken = (token) => Promise.resolve(tokens.get(token))

export const listPosts = () => Promise.resolve(posts)

export const addPost = (post) => {
  if (!post.title) return fail(400, 'A post needs a title')
  const added = { id: posts.length + 1, ...post }
  posts.push(added)
  return Promise.resolve(added)
}
