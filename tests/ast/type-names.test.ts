import { expect, it } from 'vitest'
import { typeNames } from '../../lib/ast/type-names.js'
import { first, probe } from './probe.js'

/** The names of the types of what stands in `$(…)`. */
function typesOf(code: string): readonly string[] {
  const probed = probe(code)
  const path = probed.bindings.resolve(first(probed))
  return path ? typeNames(path, probed.bindings) : []
}

it.each([
  ['a parameter', 'function open(exam: Exam) { $(exam) }', ['Exam']],
  ['a parameter with a default', 'function open(exam: Exam = none) { $(exam) }', ['Exam']],
  ['a member of a parameter', 'function open(exam: Exam) { $(exam.id) }', ['Exam']],
  ['a parameter of a constructor', 'class Page { constructor(private exam: Exam) { $(exam.id) } }', ['Exam']],
  ['a member of a namespace', 'function open(exam: db.Exam) { $(exam) }', ['Exam']],
  ['one of several', 'function open(exam: Exam | null) { $(exam) }', ['Exam']],
  ['what a type is made of', 'function open(exam: Readonly<Exam>) { $(exam) }', ['Readonly', 'Exam']],
  ['a part of a pattern', 'function open({ exam }: { user: User; exam: Exam }) { $(exam.id) }', ['Exam']],
  ['a part of an alias', 'type Props = { exam: Exam }; function open({ exam }: Props) { $(exam) }', ['Props', 'Exam']],
  ['a part of an interface', 'interface Props { readonly exam: Exam } function open(props: Props & Other) { $(props.exam.id) }', ['Exam']],
  ['a part of a part', 'function open(props: { page: { exam: Exam } }) { $(props.page.exam) }', ['Exam']],
  ['a part of one of several', 'interface Props { exam: Exam } function open({ exam }: Props | null) { $(exam) }', ['Props', 'Exam']],
  ['a part beside parts without a name', 'function open({ exam }: { [name: string]: unknown; exam: Exam }) { $(exam) }', ['Exam']],
  ['a part beside parts without a name of an interface', 'interface Props { (): void; exam: Exam } function open({ exam }: Props) { $(exam) }', ['Props', 'Exam']],
  ['a part of an alias of itself', 'type Props = Props; function open({ exam }: Props) { $(exam) }', ['Props']],
  ['a part of a type that nobody declares', 'function open({ exam }: Props<Exam>) { $(exam) }', ['Props', 'Exam']],
  ['a variable', 'declare const exam: Exam; $(exam.id)', ['Exam']],
])('names the type of %s', (_title, code, expected) => {
  expect(typesOf(code)).toEqual(expected)
})

it.each([
  ['a parameter without a type', 'function open(exam) { $(exam) }'],
  ['a part that nobody declares', 'function open({ exam }: { user: User }) { $(exam) }'],
  ['a part of a type from elsewhere', `import type { Props } from './props'; function open({ exam }: { props: Props }) { $(exam) }`],
  ['a part without a type', 'function open({ exam }: { exam }) { $(exam) }'],
  ['a text', 'function open(exam: string) { $(exam) }'],
  ['an alias of itself', 'type Props = Props; function open({ exam }: { page: Props }) { $(exam) }'],
  ['an import', `import { exam } from './exam'; $(exam.id)`],
  ['a variable that is taken apart', 'declare const { exam }: { exam: Exam }; $(exam)'],
])('names none of %s', (_title, code) => {
  expect(typesOf(code)).toEqual([])
})
