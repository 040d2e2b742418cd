import { defineFramework, from, signature } from './framework.js'

/** https://github.com/auth0/jwt-decode#usage */
export const jwtDecode = defineFramework({
  name: 'jwt-decode',
  reference: 'https://github.com/auth0/jwt-decode#usage',
  names: { jwtDecode: [from('jwt-decode', 'jwtDecode'), from('jwt-decode')] },
  jwt: {},
  signatures: [
    signature('jwtDecode(token, options?)', {
      emits: 'jwtDecoded',
      token: 'token',
      unless: [{ options: 'options', property: 'header', value: true }],
    }),
  ],
})
