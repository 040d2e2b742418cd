export const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export const users = new Map()
