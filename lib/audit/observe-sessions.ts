import { isInside, type Node } from '../ast/nodes.js'
import type { SessionConfigured } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import { expressionsAt } from '../events/given.js'
import { slidesIn } from '../events/sliding.js'
import { durationOf } from './duration.js'
import type { IdRow, SessionRow } from './inventory.js'
import { codeOf, heldCodeOf, positionOf, quoted, secretSourceOf } from './observed-code.js'

const AT_RUN_TIME = 'decided at run time'

/** The places of a file where sessions are set up, and what is set up there. */
export function observeSessions(file: SessionFile): Omit<SessionRow, 'file'>[] {
  return file.of('sessionConfigured').map((event) => ({
    ...positionOf(event.node),
    library: event.framework.name,
    data: DATA[event.kind],
    store: storeOf(event, file),
    secret: secretOf(event, file),
    ids: generatorOf(event, file),
    ...endsOf(event),
    endedBy: event.facts.lifetime.enforcedBy,
    findings: [],
  }))
}

const DATA = { client: 'in the cookie', server: 'on the server', unknown: 'unknown' } as const

/** The session IDs and tokens that a file makes. */
export function observeIds(file: SessionFile): Omit<IdRow, 'file'>[] {
  return file.of('sessionIdGenerated').map(({ node, sink, value, worth }) => ({
    ...positionOf(node),
    becomes: sink,
    madeBy: listOf(
      worth.sources.map(({ code }) => code),
      codeOf(value, file),
    ),
    bits: Math.round(worth.bits),
    findings: [],
  }))
}

function listOf(codes: readonly string[], otherwise: string): string {
  return codes.length === 0 ? quoted(otherwise) : [...new Set(codes)].map(quoted).join(', ')
}

function storeOf({ facts, kind, options }: SessionConfigured, file: SessionFile): string {
  const given = (facts.store ?? []).map((name) => expressionsAt(options, name))
  const stores = given.flatMap((nodes) => nodes ?? [])
  if (stores.length > 0) return stores.map((node) => quoted(heldCodeOf(node, file))).join(' or ')
  if (given.some((nodes) => !nodes)) return AT_RUN_TIME
  if (kind === 'client') return 'none'
  return facts.memoryStore === undefined ? 'the library’s own' : 'memory of the process (library default)'
}

function secretOf({ secrets }: SessionConfigured, file: SessionFile): string {
  if (!secrets) return AT_RUN_TIME
  return secrets.length === 0 ? 'not given here' : [...new Set(secrets.map((node) => secretSourceOf(node, file)))].join(', ')
}

function generatorOf({ facts, kind, options }: SessionConfigured, file: SessionFile): string {
  if (kind === 'client') return 'none: there is no ID'
  const given = (facts.generator ?? []).map((name) => expressionsAt(options, name))
  const [generator] = given.flatMap((nodes) => nodes ?? [])
  if (!generator) return given.some((nodes) => !nodes) ? AT_RUN_TIME : 'the library’s own'
  const bits = bitsOf(generator, file)
  const code = quoted(codeOf(generator, file))
  return bits === undefined ? code : `${code} (at most ${bits} bits)`
}

function bitsOf(generator: Node, file: SessionFile): number | undefined {
  const made = file.of('sessionIdGenerated').find(({ node, value }) => isInside(node, generator) || isInside(value, generator))
  return made && Math.round(made.worth.bits)
}

/** An end that each visit moves is one of idle sessions; any other comes for everybody. */
function endsOf(session: SessionConfigured): Pick<SessionRow, 'absolute' | 'idle'> {
  const { lifetime } = session
  if (lifetime.state === 'unknown') return { idle: AT_RUN_TIME, absolute: AT_RUN_TIME }
  if (lifetime.state === 'endless') return { idle: 'none', absolute: 'none' }
  const end = `${lifetime.seconds === undefined ? 'yes' : durationOf(lifetime.seconds)}${lifetime.node ? '' : ' (library default)'}`
  switch (slidesIn(session)) {
    case true:
      return { idle: end, absolute: 'none seen' }
    case false:
      return { idle: 'none seen', absolute: end }
    case undefined:
      return { idle: `${end}, if visits move it`, absolute: `${end}, otherwise` }
  }
}
