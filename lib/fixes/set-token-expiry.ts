import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { wrapped, type Node } from '../ast/nodes.js'
import { rangeWithParentheses } from '../ast/parentheses.js'
import type { TokenExpiryPlace } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { durationText } from './duration-text.js'
import type { Edit } from './edit.js'
import { setCallOption } from './set-call-option.js'
import { setOptions } from './set-options.js'
import { quoted, styleOf } from './style.js'

/** A time that a token lives, in seconds and as libraries read it. */
export interface TokenTime {
  readonly seconds: number
  readonly text: string
}

/** Gives a token an end after some time, in the library's own way. */
export function setTokenExpiry(context: FileContext, expiry: TokenExpiryPlace, time: TokenTime): Edit | undefined {
  const { sourceCode } = context
  const text = quoted(time.text, styleOf(sourceCode))
  switch (expiry?.kind) {
    case 'option':
      return setCallOption(context, { place: expiry.place, name: expiry.facts.option, text })
    case 'payload':
      return setOptions(sourceCode, { place: expiry.place, name: 'exp', text: `Math.floor(Date.now() / 1000) + ${durationText(time.seconds, 'seconds')}` })
    case 'step':
      return addStep(context, expiry.last, `.${expiry.name}(${text})`)
    case undefined:
      return undefined
  }
}

/**
 * The code of a time for the place where the end of a token stands: a text that says its unit, or the moment.
 *
 * @param node what stands there now
 */
export function tokenTimeText({ sourceCode }: FileContext, expiry: TokenExpiryPlace, node: Node, seconds: number): string {
  const isMoment = expiry?.kind === 'payload' || (expiry?.kind === 'option' && isKeyOf(node, 'exp') && expiry.facts.option !== 'exp')
  if (isMoment) return `Math.floor(Date.now() / 1000) + ${durationText(seconds, 'seconds')}`
  const [amount, unit] = seconds % 86_400 === 0 ? [seconds / 86_400, 'd'] : [Math.round(seconds / 3600), 'h']
  return quoted(`${amount}${unit}`, styleOf(sourceCode))
}

/** Whether an expression is the value of a property: `exp` in `{ exp: then }`. */
function isKeyOf(node: Node, name: string): boolean {
  const { parent } = wrapped(node)
  return parent?.type === 'Property' && propertyName(parent) === name
}

/** A step before the last one, on a line of its own where that has one. */
function addStep({ sourceCode }: FileContext, { object, property }: TSESTree.MemberExpression, step: string): Edit {
  const range = rangeWithParentheses(object, sourceCode)
  const between = sourceCode.text.slice(range[1], property.range[0]).replace(/(?<![.?])[.?]+$/, '')
  const space = /^\s*$/.test(between) ? between : ''
  return (fixer) => [fixer.insertTextAfterRange(range, `${space}${step}`)]
}
