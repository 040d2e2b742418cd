import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from './member-name.js'
import { isFunction, unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import { walk } from './walk.js'

type VisitorKeys = TSESLint.SourceCode['visitorKeys']

/** A class or an object literal: what `this` is in its methods. */
export type Owner = TSESTree.ClassBody | TSESTree.ObjectExpression

/** One member of an owner, as far as the file shows it. */
export interface Member {
  /** What is ever put into it: methods, initial values, right sides of `this.name = …`, and `this.name++`. */
  readonly values: readonly Node[]
  /** Where it is read: `this.name` inside, `controller.name` outside. */
  readonly uses: readonly Node[]
}

export interface Members {
  /** The member that an expression reads, if its owner is in this file: `this.login`, `controller.login`. */
  memberAt(node: TSESTree.MemberExpression): Member | undefined
  /** The member that a function is the value of. */
  memberOf(callable: FunctionNode): Member | undefined
}

/** The places in which a variable is read and the value that it holds. */
export interface Names {
  uses(identifier: TSESTree.Identifier): readonly Node[]
  valueOf(identifier: TSESTree.Identifier): Node | undefined
  /** The class that a name declares, and the places in which a class is named, inside and outside of it. */
  classOf(identifier: TSESTree.Identifier): Node | undefined
  usesOfClass(node: Node): readonly Node[]
}

/** Answers about the members of classes and objects. Each owner is walked once. */
export function createMembers(visitorKeys: VisitorKeys, names: Names): Members {
  const indexes = new Map<Owner, ReadonlyMap<string, Member>>()

  return { memberAt, memberOf }

  function memberAt(node: TSESTree.MemberExpression): Member | undefined {
    const name = memberName(node)
    if (name === undefined) return undefined
    const owner = ownerOf(unwrap(node.object))
    return owner && indexOf(owner).get(name)
  }

  function memberOf(callable: FunctionNode): Member | undefined {
    const holder = wrapped(callable).parent
    if (!holder || !isMemberNode(holder) || unwrapped(holder.value) !== callable) return undefined
    const name = propertyName(holder)
    const owner = holder.parent
    return name === undefined || !isOwner(owner) ? undefined : indexOf(owner).get(name)
  }

  function ownerOf(object: Node): Owner | undefined {
    if (object.type === 'ThisExpression') return ownerOfThis(object)
    const held = object.type === 'Identifier' ? (names.valueOf(object) ?? names.classOf(object)) : object
    const value = held && unwrap(held)
    if (value?.type === 'ObjectExpression') return object.type === 'Identifier' ? value : undefined
    if (value?.type === 'ClassDeclaration' || value?.type === 'ClassExpression') return value.body
    if (value?.type !== 'NewExpression' || value.callee.type !== 'Identifier') return undefined
    const made = names.classOf(value.callee)
    return made?.type === 'ClassDeclaration' || made?.type === 'ClassExpression' ? made.body : undefined
  }

  function indexOf(owner: Owner): ReadonlyMap<string, Member> {
    const known = indexes.get(owner)
    if (known) return known
    const index = readIndex(owner)
    indexes.set(owner, index)
    return index
  }

  function readIndex(owner: Owner): ReadonlyMap<string, Member> {
    const index = new Map<string, { values: Node[]; uses: Node[] }>()
    const entry = (name: string) => {
      const found = index.get(name) ?? { values: [], uses: [] }
      index.set(name, found)
      return found
    }
    for (const [name, value] of declaredIn(owner)) entry(name).values.push(value)
    const read = (node: TSESTree.MemberExpression) => {
      const name = memberName(node)
      if (name === undefined) return
      const { parent } = wrapped(node)
      if (parent?.type === 'AssignmentExpression' && parent.left === wrapped(node)) entry(name).values.push(parent.right)
      else if (parent?.type === 'UpdateExpression') entry(name).values.push(parent)
      else entry(name).uses.push(node)
    }
    for (const node of ownThisMembers(owner)) read(node)
    for (const node of outerMembers(owner)) read(node)
    return index
  }

  /** The members read from `this` in an owner, without those of the classes and objects inside it. */
  function ownThisMembers(owner: Owner): TSESTree.MemberExpression[] {
    const found: TSESTree.MemberExpression[] = []
    walk(owner, visitorKeys, (at) => {
      if (at !== owner && hasOwnThis(at, owner)) return false
      if (at.type === 'MemberExpression' && at.object.type === 'ThisExpression') found.push(at)
      return true
    })
    return found.sort((a, b) => a.range[0] - b.range[0])
  }

  /** `controller.login`, where `controller` holds the object or an instance of the class. */
  function outerMembers(owner: Owner): TSESTree.MemberExpression[] {
    return usesOfOwner(owner).flatMap((use) => {
      const { parent } = wrapped(use)
      return parent?.type === 'MemberExpression' && parent.object === wrapped(use) ? [parent] : []
    })
  }

  function usesOfOwner(owner: Owner): readonly Node[] {
    if (owner.type === 'ObjectExpression') return usesOfHolder(owner)
    const uses = names.usesOfClass(owner.parent)
    return [...uses, ...uses.flatMap((use) => (use.parent?.type === 'NewExpression' && use.parent.callee === use ? usesOfHolder(use.parent) : []))]
  }

  function usesOfHolder(value: Node): readonly Node[] {
    const { parent } = wrapped(value)
    return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? names.uses(parent.id) : []
  }
}

function declaredIn(owner: Owner): [string, Node][] {
  const members: readonly Node[] = owner.type === 'ClassBody' ? owner.body : owner.properties
  return members.flatMap((member): [string, Node][] => {
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') return parameterProperties(member.value)
    if (!isMemberNode(member) || !member.value) return []
    const name = propertyName(member)
    const isAccessor = member.type !== 'PropertyDefinition' && (member.kind === 'get' || member.kind === 'set')
    return name === undefined || isAccessor ? [] : [[name, member.value]]
  })
}

/** `constructor(private readonly app: Express)` */
function parameterProperties(constructor: Node): [string, Node][] {
  if (!isFunction(constructor)) return []
  return constructor.params.flatMap((parameter): [string, Node][] => {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined
    const id = target?.type === 'AssignmentPattern' ? target.left : target
    return id?.type === 'Identifier' ? [[id.name, id]] : []
  })
}

/** What `this` belongs to, through arrow functions. */
function ownerOfThis(node: TSESTree.ThisExpression): Owner | undefined {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'ClassBody') return at
    if (isFunction(at) && at.type !== 'ArrowFunctionExpression') {
      const holder = at.parent
      return isMemberNode(holder) && isOwner(holder.parent) ? holder.parent : undefined
    }
  }
  return undefined
}

/** Whether `this` means something else inside a node than in the owner around it. */
function hasOwnThis(node: Node, owner: Owner): boolean {
  if (node.type === 'ClassBody') return true
  if (!isFunction(node) || node.type === 'ArrowFunctionExpression') return false
  return !(isMemberNode(node.parent) && node.parent.parent === owner)
}

type MemberNode = TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition

function isMemberNode(node: Node): node is MemberNode {
  return node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'Property'
}

function isOwner(node: Node): node is Owner {
  return node.type === 'ClassBody' || node.type === 'ObjectExpression'
}

function unwrapped(node: Node | null): Node | undefined {
  return node ? unwrap(node) : undefined
}
