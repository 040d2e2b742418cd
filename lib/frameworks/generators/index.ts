import { betterAuth } from './better-auth.js'
import { chance } from './chance.js'
import { cryptoRandomString } from './crypto-random-string.js'
import { cuid } from './cuid.js'
import { cuid2 } from './cuid2.js'
import { digests } from './digests.js'
import { faker } from './faker.js'
import type { Generators } from './generator.js'
import { hashids } from './hashids.js'
import { hat } from './hat.js'
import { ksuid } from './ksuid.js'
import { language } from './language.js'
import { lodash } from './lodash.js'
import { lucia } from './lucia.js'
import { nanoid } from './nanoid.js'
import { nodeCrypto } from './node-crypto.js'
import { objectId } from './object-id.js'
import { randToken } from './rand-token.js'
import { randomstring } from './randomstring.js'
import { shortid } from './shortid.js'
import { uid } from './uid.js'
import { uidSafe } from './uid-safe.js'
import { ulid } from './ulid.js'
import { uniqid } from './uniqid.js'
import { uniqueString } from './unique-string.js'
import { uuid } from './uuid.js'
import { xid } from './xid.js'

/** Every generator that the rules know. */
export const generatorTables: readonly Generators[] = [
  language,
  nodeCrypto,
  uuid,
  nanoid,
  uidSafe,
  cuid,
  cuid2,
  ulid,
  shortid,
  hashids,
  cryptoRandomString,
  uniqueString,
  randomstring,
  randToken,
  uid,
  uniqid,
  hat,
  chance,
  faker,
  lodash,
  objectId,
  xid,
  ksuid,
  lucia,
  betterAuth,
  digests,
]
