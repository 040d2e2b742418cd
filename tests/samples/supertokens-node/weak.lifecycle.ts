import Session from 'supertokens-node/recipe/session'

export async function closeAccount(userId: string) {
  Session.revokeAllSessionsForUser(userId)
}
