import type { RootOf, SplitParameters } from '../signature.js'

/**
 * How a record is put into a store, as the store's reference prints it. The words stand for what the source gives:
 *
 * - `store`: a variable that is the store itself, known by its name: `store.set(key, record)`;
 * - `client`: whatever leads to a store that is known by a key or a table;
 * - `key`: the text under which a record is found again: `session:${id}`, or the ID alone;
 * - `table`: what the records are kept in, by its name, however it is spelled: `client[table]` is a property of
 *   that name, and `Table` a class;
 * - `record`: what is kept, an object or a text;
 * - `end`: an argument with which the record ends by itself, `end...` any further arguments;
 * - `done?`: a callback, or options, which may be left out;
 * - `statement` and `values`: SQL, and the values of its placeholders; those of a template behind a tag stand in it.
 *
 * Braces stand for an option: `{ data: record }` is an object whose property `data` is the record.
 */
export interface Write {
  readonly text: string
}

export type Word = 'client' | 'done' | 'end' | 'key' | 'record' | 'statement' | 'store' | 'table' | 'values'

type ArgumentIn<Text extends string> = Text extends `{ ${string}: ${infer Place} }` ? Place : Text extends `${infer Place}...` ? Place : Text

type Argument<Text extends string> = ArgumentIn<SplitParameters<Text>>

type ArgumentsIn<Text extends string> = Text extends `${string}(${infer List})${infer Rest}` ? Argument<List> | ArgumentsIn<Rest> : never

type TagOf<Text extends string> = Text extends `${infer Tag}\`${Word}\`` ? Tag : RootOf<Text>

/** A use whose words are all known; another one doesn't compile. */
type Known<Text extends string> = Exclude<ArgumentsIn<Text> | Lowercase<TagOf<Text>>, Word> extends never ? Text : never

export function write<const Text extends string>(text: Text & Known<Text>): Write {
  return { text }
}

/** How one record is deleted. */
export interface Deletion {
  /**
   * The code, in which braces stand for parts of the write: `{store}`, `{client}`, `{table}`, `{key}`; `{place}` is
   * what its last method is called on. `{column}` is the column that holds the ID and `{id}` the ID, always a text:
   * an `undefined` in a condition would be no condition, and an object may be an operator. Without code, only a
   * person can write it.
   */
  readonly code?: string
  /** The same as a message says it. */
  readonly named: string
  /** Whether the record is gone at once, or when a promise is fulfilled. */
  readonly ends: 'at once' | 'promise'
  /** What the code needs from a module: `eq`. */
  readonly needs?: { readonly module: string; readonly name: string }
}

/** A table: the ways of one kind of store, as data. */
export interface Store {
  /** The npm package, or what else brings it. */
  readonly name: string
  /** The packages whose presence tells that it is this one; without them its words are enough. */
  readonly packages?: readonly string[]
  readonly reference: string
  /** How the store itself comes into being, where it does so in the program: `new Map()`, `{}`. */
  readonly made?: readonly string[]
  readonly writes: readonly Write[]
  /** Methods that leave all records as they are. */
  readonly reads: readonly string[]
  /** Methods that give a record that is there an end. */
  readonly endings?: readonly string[]
  readonly deletion: Deletion
}

export function defineStore(store: Store): Store {
  return store
}
