/** Relations as statement records: one a predicate, subject, object and qualifiers, with all its evidence. */
import type { Basis, EvidenceRecord, Predicate, Properties, StatementRecord } from '../../../graph/model.ts'
import { contentHash } from './hash.ts'

/** A relation with its ends resolved, before those that say the same are merged. */
export type Relation = {
  readonly predicate: Predicate
  readonly subject: string
  readonly object: string
  readonly key: string
  readonly rule: string
  readonly basis: Basis
  readonly confidence: number
  readonly qualifiers: Properties
  readonly evidence: readonly EvidenceRecord[]
}

/** How sure a relation is when its rule does not say. */
export const CONFIDENCE: Readonly<Record<Basis, number>> = { stated: 1, inherited: 0.9, inferred: 0.5 }
const BASES: readonly Basis[] = ['stated', 'inherited', 'inferred']

const qualifierKey = (qualifiers: Properties): string =>
  JSON.stringify(Object.entries(qualifiers).sort(([a], [b]) => (a < b ? -1 : 1)))

const byPlace = (a: EvidenceRecord, b: EvidenceRecord): number =>
  a.start - b.start || a.end - b.end || (a.part < b.part ? -1 : a.part > b.part ? 1 : 0)

const joinEvidence = (all: readonly EvidenceRecord[]): readonly EvidenceRecord[] => {
  const once = new Map(all.map((one) => [`${one.start}-${one.end}-${one.part}`, one]))
  return [...once.values()].sort(byPlace)
}

/** Of two that say the same the more direct one gives basis, rule and confidence; a tie keeps the earlier one. */
const join = (one: Relation, other: Relation): Relation => {
  const isBetter =
    BASES.indexOf(other.basis) < BASES.indexOf(one.basis) ||
    (other.basis === one.basis && other.confidence > one.confidence)
  return { ...(isBetter ? other : one), evidence: joinEvidence([...one.evidence, ...other.evidence]) }
}

/** Merged statements in text order. Ids are made from the revision's key and what is said. */
export const mergeStatements = (
  relations: readonly Relation[],
  revisionKey: string,
): readonly StatementRecord[] => {
  const merged = new Map<string, Relation>()
  for (const relation of relations) {
    const { predicate, subject, object, qualifiers } = relation
    const id = `statement:${contentHash(revisionKey, predicate, subject, object, qualifierKey(qualifiers))}`
    const twin = merged.get(id)
    merged.set(id, twin ? join(twin, relation) : { ...relation, evidence: joinEvidence(relation.evidence) })
  }
  return [...merged]
    .map(([id, relation]) => ({ id, ...relation }))
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.id < b.id ? -1 : 1))
}
