/** Places of a short text as the plan of a real county: the gazetteer, structure and tokens are the real ones. */
import { createHash } from 'node:crypto'
import { read } from '../../../pipeline/extract.ts'
import { findPlaces } from '../../../pipeline/facts/places.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import type { Fact, Found, Mention, PlanDocument } from '../../../pipeline/records.ts'

const knowledge = loadKnowledge()

const asDocument = (text: string): PlanDocument => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { text, format: 'txt', encoding: 'utf-8', sha256, textSha256: sha256, notes: [] }
}

export const taihe = '安徽省/阜阳市/太和县'

export const placesOf = (text: string, jurisdiction = taihe): Found => {
  const plan = { id: 'plan', title: '规划', jurisdiction, inferred: [] }
  return findPlaces(read(asDocument(text), plan, knowledge), knowledge)
}

/** Names in the text's order, each once. */
export const namesOf = (text: string, jurisdiction?: string): readonly string[] => [
  ...new Set(
    placesOf(text, jurisdiction)
      .mentions.filter(({ type }) => type === 'Place')
      .map(({ name }) => name),
  ),
]

const nameOf = (end: Fact['subject'] | Fact['object']): string =>
  end === 'plan' ? end : ((end as Mention).name ?? '')

/** Facts of one predicate as “part → whole basis”. */
export const factsOf = (
  text: string,
  predicate: Fact['predicate'],
  jurisdiction?: string,
): readonly string[] =>
  placesOf(text, jurisdiction)
    .facts.filter((fact) => fact.predicate === predicate)
    .map((fact) => `${nameOf(fact.subject)} → ${nameOf(fact.object)} ${fact.basis}`)
