import type { TSESTree } from '@typescript-eslint/utils'
import type { TokenExpiryPlace } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { durationText } from './duration-text.js'
import type { Edit } from './edit.js'
import { setCallOption } from './set-call-option.js'
import { setOptions } from './set-options.js'
import { quoted, styleOf } from './style.js'

/** Gives a token an end after some minutes, in the library's own way. */
export function setTokenExpiry(context: FileContext, expiry: TokenExpiryPlace, minutes: number): Edit | undefined {
  const { sourceCode } = context
  const text = quoted(`${minutes}m`, styleOf(sourceCode))
  switch (expiry?.kind) {
    case 'option':
      return setCallOption(context, { place: expiry.place, name: expiry.facts.option, text })
    case 'payload':
      return setOptions(sourceCode, { place: expiry.place, name: 'exp', text: `Math.floor(Date.now() / 1000) + ${durationText(minutes * 60, 'seconds')}` })
    case 'step':
      return addStep(context, expiry.last, `.${expiry.name}(${text})`)
    case undefined:
      return undefined
  }
}

/** A step before the last one, on a line of its own where that has one. */
function addStep({ sourceCode }: FileContext, { object, property }: TSESTree.MemberExpression, step: string): Edit {
  const between = sourceCode.text.slice(object.range[1], property.range[0]).replace(/[.?]+$/, '')
  const space = /^\s*$/.test(between) ? between : ''
  return (fixer) => [fixer.insertTextAfter(object, `${space}${step}`)]
}
