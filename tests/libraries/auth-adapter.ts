interface Record {
  readonly sessionToken: string
}

/** A database of the least that a login by e-mail needs, as Auth.js asks for it; any token is taken for the one that was sent. */
export function authAdapter() {
  const records = new Map<string, Record>()
  const user = { id: '1', email: 'ada@example.com', emailVerified: null }

  return {
    records,
    adapter: {
      useVerificationToken: ({ identifier, token }: { identifier: string; token: string }) =>
        Promise.resolve({ identifier, token, expires: new Date(Date.now() + 60_000) }),
      createVerificationToken: (token: unknown) => Promise.resolve(token),
      createUser: () => Promise.resolve(user),
      getUser: () => Promise.resolve(user),
      getUserByEmail: () => Promise.resolve(user),
      getUserByAccount: () => Promise.resolve(user),
      updateUser: () => Promise.resolve(user),
      linkAccount: (account: unknown) => Promise.resolve(account),
      createSession(record: Record) {
        records.set(record.sessionToken, record)
        return Promise.resolve(record)
      },
      getSessionAndUser(token: string) {
        const session = records.get(token)
        return Promise.resolve(session ? { session, user } : null)
      },
      updateSession(record: Record) {
        records.set(record.sessionToken, { ...records.get(record.sessionToken), ...record })
        return Promise.resolve(record)
      },
      deleteSession(token: string) {
        const record = records.get(token)
        records.delete(token)
        return Promise.resolve(record)
      },
    },
  }
}

/** The provider that sends a link, which here nobody sends. */
export const EMAIL = {
  id: 'email',
  type: 'email',
  name: 'Email',
  from: 'cellar@example.com',
  maxAge: 60,
  server: '',
  options: {},
  sendVerificationRequest: () => Promise.resolve(),
}
