import type { TSESLint } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import type { Node } from './ast/nodes.js'
import { underlined } from './ast/underlined.js'
import { unlessTooDeep } from './ast/unless-too-deep.js'
import type { EventOf, EventType } from './events/events.js'
import type { SessionFile } from './events/file.js'
import { mayMatter } from './events/gate.js'
import { readFile } from './events/read-events.js'
import { readSettings, type Settings } from './events/settings.js'
import type { Edit } from './fixes/edit.js'
import { keepComments } from './fixes/keep-comments.js'
import { pageOf } from './package.js'

type Json = boolean | null | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a rule says: what is wrong, and how to repair it. */
export interface Finding<MessageId extends string> {
  readonly node: Node
  readonly messageId: MessageId
  readonly data?: Readonly<Record<string, number | string>>
  /** The repair, if there is one that keeps the program working. */
  readonly repair?: Repair<MessageId> | undefined
}

export interface Repair<MessageId extends string> {
  readonly edit: Edit | undefined
  /** Whether the file shows that the edit is right; otherwise it is offered, not made. */
  readonly isProved: boolean
  /** What the edit does, as a line in the editor's menu. */
  readonly messageId: MessageId
  readonly data?: Readonly<Record<string, number | string>>
}

export interface RuleContext<MessageId extends string> {
  readonly file: SessionFile
  readonly settings: Settings
  report(finding: Finding<MessageId>): void
}

export type EventListener = { readonly [Type in EventType]?: (event: EventOf<Type>) => void }

export interface RuleDefinition<MessageId extends string, Options extends readonly object[]> {
  readonly name: string
  readonly meta: {
    readonly type: 'problem' | 'suggestion'
    readonly docs: { readonly description: string }
    readonly fixable?: 'code'
    readonly hasSuggestions?: true
    readonly schema: readonly Json[]
    readonly defaultOptions: Options
    readonly messages: Readonly<Record<MessageId, string>>
  }
  create(context: RuleContext<MessageId>, options: Options): EventListener
}

/** A rule as ESLint and the manifest know it. */
export interface SessionRule extends Rule.RuleModule {
  readonly name: string
}

/**
 * Makes an ESLint rule of a definition that listens to events. The events of a file are read once
 * and replayed to every rule; repairs become fixes or suggestions here, in one place.
 */
export function defineRule<MessageId extends string, const Options extends readonly object[]>(
  definition: RuleDefinition<MessageId, Options>,
): SessionRule {
  const { meta, name } = definition
  const rule = {
    name,
    meta: { ...meta, docs: { ...meta.docs, url: pageOf(name) } },
    create(context: Readonly<TSESLint.RuleContext<MessageId, Options>>): TSESLint.RuleListener {
      const settings = readSettings(context.settings)
      // A rule without listeners costs nothing in the files that have no session code, and those are most.
      if (!mayMatter(context.sourceCode)) return {}
      return {
        Program(): void {
          const file = readFile(context.sourceCode, context.physicalFilename, settings)
          if (!file) return
          const report = (finding: Finding<MessageId>) => context.report(descriptorOf(finding, settings, context.sourceCode))
          unlessTooDeep(() => replay(file, definition.create({ file, settings, report }, context.options), settings))
        },
      }
    },
  }
  // ESLint types its rules for ESTree; the tree that rules see at run time is the one typed here.
  return rule as unknown as SessionRule
}

/** Makes a rule that reports nothing, and is told what the rules are told: nothing of a file without any of their words. */
export function defineObserver(observe: (file: SessionFile | undefined, sourceCode: Readonly<TSESLint.SourceCode>) => void): Rule.RuleModule {
  const rule = {
    meta: { schema: [] },
    create({ physicalFilename, settings, sourceCode }: Readonly<TSESLint.RuleContext<never, []>>): TSESLint.RuleListener {
      return { Program: () => observe(readFile(sourceCode, physicalFilename, readSettings(settings)), sourceCode) }
    },
  }
  // The same tree by another name, as above.
  return rule as unknown as Rule.RuleModule
}

function replay(file: SessionFile, listener: EventListener, settings: Settings): void {
  // Its keys are those of its type, and no others.
  const types = Object.keys(listener) as EventType[]
  for (const event of file.ofTypes(types)) {
    if (settings.certainty === 'proved' && event.certainty !== 'proved') continue
    // The listener for a type takes the event of that type; the compiler can't follow the pair.
    const listen = listener[event.type] as ((event: unknown) => void) | undefined
    listen?.(event)
  }
}

function descriptorOf<MessageId extends string>(
  { data, messageId, node, repair }: Finding<MessageId>,
  settings: Settings,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportDescriptor<MessageId> {
  const finding = { node, loc: underlined(node, sourceCode.lines), messageId, ...(data && { data }) }
  if (!repair?.edit) return finding
  const edit = keepComments(repair.edit, sourceCode)
  if (repair.isProved && settings.fixes === 'apply') return { ...finding, fix: edit }
  return { ...finding, suggest: [{ messageId: repair.messageId, ...(repair.data && { data: repair.data }), fix: edit }] }
}
