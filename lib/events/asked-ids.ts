import type { OptionsReader } from '../ast/object-options.js'
import type { RecordId, SessionRecord } from './hand-made-stores.js'
import { hasOwner, isFoundBy, isHashedSecret, isSecretId } from './record-names.js'

/** What somebody who has a session is asked for: the secrets in its record, or else what the record is found by. */
export function askedFor(record: SessionRecord, options: OptionsReader): readonly RecordId[] {
  const { columns, contents, ids, name } = record
  const lookups = lookedUpBy(record)
  const isSecret = (id: RecordId) => !lookups.includes(id) && (id.column === undefined || isSecretId(id.column))
  const secrets = [...ids.filter(isSecret), ...hashedSecretsIn(contents, options)]
  // The number of a row is the session's ID where nothing else is, and the row is a user's.
  return secrets.length > 0 || lookups.length > 0 ? secrets : hasOwner([...columns, name]) ? ids : []
}

/** The IDs by which a record is only found, as the secret that is sent with them, `${id}.${secret}`, is kept as a hash beside them. */
export function lookedUpBy({ columns, ids }: SessionRecord): readonly RecordId[] {
  return columns.some(isHashedSecret) ? ids.filter(({ column }) => column === undefined || isFoundBy(column)) : []
}

/** The hashes of secrets in what is kept, also under a key, where no column holds the ID. */
function hashedSecretsIn(contents: SessionRecord['contents'], options: OptionsReader): readonly RecordId[] {
  return contents.flatMap((content) => {
    const kept = options.read(content)
    return kept.names.seen.filter(isHashedSecret).flatMap((column) => (kept.expressions(column) ?? []).map((expression) => ({ column, expression })))
  })
}
