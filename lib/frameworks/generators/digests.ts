import { defineGenerators, derived, exported, generator } from './generator.js'

const DIGEST = { form: 'text', bits: derived('data'), each: 4, isDigest: true } as const

/** Digests tell as much as what goes in: who can guess that can guess them. https://cryptojs.gitbook.io/docs/ */
export const digests = defineGenerators({
  name: 'crypto-js',
  reference: 'https://cryptojs.gitbook.io/docs/',
  names: {
    md5: [exported('md5'), exported('blueimp-md5'), exported('js-md5'), exported('js-md5', 'md5'), exported('crypto-js/md5'), exported('crypto-js', 'MD5')],
    sha1: [exported('sha1'), exported('js-sha1'), exported('js-sha1', 'sha1'), exported('crypto-js/sha1'), exported('crypto-js', 'SHA1')],
    sha256: [exported('sha256'), exported('js-sha256'), exported('js-sha256', 'sha256'), exported('crypto-js/sha256'), exported('crypto-js', 'SHA256')],
    sha512: [exported('js-sha512'), exported('js-sha512', 'sha512'), exported('crypto-js/sha512'), exported('crypto-js', 'SHA512')],
    hash: [exported('object-hash')],
  },
  generators: [
    generator('md5(data)', DIGEST),
    generator('sha1(data)', DIGEST),
    generator('sha256(data)', DIGEST),
    generator('sha512(data)', DIGEST),
    generator('hash(data)', DIGEST),
  ],
})
