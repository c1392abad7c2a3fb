/** The properties that an entity, a target or a plan has in force, from what revisions say of it. Pure. */
import { contentId } from './content-id.ts'
import type { RevisionStatus } from './edition.ts'
import type { Properties, Value } from './model.ts'

/** What one revision says of a thing, with what decides how much that counts. */
export type Description = {
  readonly properties: Properties
  readonly status: RevisionStatus
  readonly inForce: boolean
  readonly issuedAt: string
  readonly ordinal: number
  readonly plan: string
  readonly revision: string
}

export type InForce = {
  /** The labels besides the base one: an entity's type, and Town. */
  readonly labels: readonly string[]
  readonly properties: Properties
}

const TOWN_KINDS: readonly unknown[] = ['town', 'township', 'subdistrict']
/** Lists that grow together; every other property is taken from the description that counts most. */
const UNITED = ['aliases', 'pinyin'] as const

const tier = ({ inForce, status }: Description): number => (inForce ? 0 : status === 'committed' ? 1 : 2)

const byWeight = (a: Description, b: Description): number =>
  compare(b.issuedAt, a.issuedAt) ||
  b.ordinal - a.ordinal ||
  compare(a.plan, b.plan) ||
  compare(a.revision, b.revision)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Descriptions that count, most weight first: those in force; if none is, the committed ones; if none is, the withdrawn ones. Pending ones never count. */
export const counting = (descriptions: readonly Description[]): readonly Description[] => {
  const known = descriptions.filter(({ status }) => status !== 'pending')
  const best = Math.min(...known.map(tier))
  return known.filter((description) => tier(description) === best).toSorted(byWeight)
}

/** Merges descriptions: lists are united and sorted, anything else comes from the newest issued that has it. */
export const merge = (descriptions: readonly Description[]): InForce => {
  const counted = counting(descriptions)
  if (counted.length === 0) return { labels: [], properties: {} }
  const merged: Record<string, Value> = {}
  for (const { properties } of counted.toReversed()) Object.assign(merged, properties)
  const { label, ...rest } = merged
  const own = united(rest, counted)
  const labels = typeof label === 'string' && label !== 'Target' ? [label] : []
  const isTown = label === 'Place' && TOWN_KINDS.includes(own.kind)
  return { labels: isTown ? [...labels, 'Town'] : labels, properties: own }
}

const united = (merged: Properties, counted: readonly Description[]): Properties => {
  const lists = UNITED.filter((key) => key in merged).map((key) => {
    const all = counted.flatMap(({ properties }) => (properties[key] ?? []) as readonly string[])
    return [key, [...new Set(all)].filter((item) => item !== merged.name).sort()] as const
  })
  return { ...merged, ...Object.fromEntries(lists) }
}

/** A statement as the projection needs it. */
export type StatedRelation = {
  readonly id: string
  /** As the store has it. */
  readonly inForce?: boolean | null
  readonly predicate: string
  readonly role: string | null
  readonly basis: string
  readonly from: string
  readonly fromLabels: readonly string[]
  /** The type of an entity that no revision in force describes, which has no label of it. */
  readonly fromType?: string | null
  readonly to: string
  readonly toLabels: readonly string[]
  readonly toType?: string | null
}

/** A direct relationship with the statements of one revision behind it. */
export type DirectLink = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly props: Properties
  /** Names of the statements in `queries/` that write, remove and read it. */
  readonly put: string
  readonly remove: string
  readonly fromKind: string
  readonly statements: readonly string[]
}

const BASES = ['Entity', 'Target', 'Commitment', 'Plan'] as const

/** The base label of a node, in lower case as names of statements have it. */
export const kindOf = (labels: readonly string[]): string =>
  (BASES.find((label) => labels.includes(label)) ?? 'unknown').toLowerCase()

/** Direct relationships by id that a revision's statements make. Role and basis tell two responsibilities apart. */
export const directLinks = (relations: readonly StatedRelation[]): ReadonlyMap<string, DirectLink> => {
  const links = new Map<string, DirectLink & { statements: string[] }>()
  for (const { id: statement, predicate, role, basis, from, fromLabels, to, toLabels } of relations) {
    const isDuty = predicate === 'RESPONSIBLE_FOR'
    const props: Properties = isDuty ? { ...(role === null ? {} : { role }), basis } : {}
    const id = contentId(predicate, from, to, ...(isDuty ? [role ?? '', basis] : []))
    const known = links.get(id)
    if (known) {
      known.statements.push(statement)
      continue
    }
    const fromKind = kindOf(fromLabels)
    const put = `direct-${fromKind}-${predicate.toLowerCase().replaceAll('_', '-')}-${kindOf(toLabels)}`
    links.set(id, {
      id,
      from,
      to,
      props,
      put,
      remove: `unlink-${fromKind}`,
      fromKind,
      statements: [statement],
    })
  }
  return links
}

/** The ids of statements behind each target: those that state its value. */
export const behindTargets = (
  relations: readonly StatedRelation[],
): ReadonlyMap<string, readonly string[]> => {
  const behind = new Map<string, string[]>()
  for (const { id, predicate, to } of relations)
    if (predicate === 'HAS_TARGET') behind.set(to, [...(behind.get(to) ?? []), id])
  return behind
}

/** A list of statement ids after some left and some came; sorted, so that it is the same whatever came first. */
export const changedList = (
  now: readonly string[],
  gone: readonly string[],
  come: readonly string[],
): readonly string[] => {
  const left = new Set(gone)
  return [...new Set([...now.filter((id) => !left.has(id)), ...come])].sort()
}
