const CANNOT = 'cannot audit'

/** What makes an audit impossible, in words for whoever has asked for it; anything else that is thrown is a bug. */
export function cannotAudit(message: string): Error {
  return new Error(message, { cause: CANNOT })
}

export function isCannotAudit(error: unknown): error is Error {
  return error instanceof Error && error.cause === CANNOT
}
