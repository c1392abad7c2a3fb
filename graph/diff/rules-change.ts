/** What other rules make of the same text: statements gained, lost and read otherwise. Never a change of the plan. Pure. */
import { canonical } from '../content-id.ts'
import type { RevisionFacts, StatementRecord } from '../model.ts'
import { writeDatedFigure } from './figure.ts'

/** A statement in words, with the words that it rests on. */
export type Said = {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly quote: string
  readonly section: string
  readonly rule: string
}

export type RulesChange = {
  readonly gained: readonly Said[]
  readonly lost: readonly Said[]
  /** Statements that stay and are read with other evidence, basis or confidence. */
  readonly altered: number
  /** Sentences understood, before and after. */
  readonly understood: readonly [number, number]
}

/** From the facts that the old rules gave to those that the new ones give, of one text. */
export const rulesChange = (old: RevisionFacts, next: RevisionFacts): RulesChange => {
  const before = new Map(old.statements.map((statement) => [statement.id, statement]))
  const after = new Map(next.statements.map((statement) => [statement.id, statement]))
  const altered = next.statements.filter((statement) => {
    const twin = before.get(statement.id)
    return twin !== undefined && readingOf(twin) !== readingOf(statement)
  })
  return {
    gained: inWords(next, (id) => !before.has(id)),
    lost: inWords(old, (id) => !after.has(id)),
    altered: altered.length,
    understood: [old.revision.understood, next.revision.understood],
  }
}

/** Whether other rules change nothing that is said of the text. */
export const isSameReading = ({ gained, lost, altered }: RulesChange): boolean =>
  gained.length === 0 && lost.length === 0 && altered === 0

/** What a statement rests on; the rule's own name, and the order of evidence, are nothing that the plan says. */
const readingOf = ({ basis, confidence, evidence, qualifiers }: StatementRecord): string =>
  canonical([basis, confidence, evidence.map(canonical).toSorted(), qualifiers])

const inWords = (facts: RevisionFacts, isWanted: (id: string) => boolean): readonly Said[] => {
  const paths = new Map(facts.sections.map(({ id, path }) => [id, path]))
  const entities = new Map(facts.entities.map(({ id, name }) => [id, name]))
  const names = new Map([
    ...entities,
    [facts.plan.id, facts.plan.title] as const,
    ...facts.commitments.map(({ id, text }) => [id, text] as const),
    ...facts.targets.map(
      (target) => [target.id, `${entities.get(target.indicator) ?? ''} ${writeDatedFigure(target)}`] as const,
    ),
  ])
  return facts.statements
    .filter(({ id }) => isWanted(id))
    .map(({ subject, predicate, object, rule, evidence }) => {
      const own = evidence.find(({ part }) => part === 'clause') ?? evidence[0]
      return {
        subject: names.get(subject) ?? subject,
        predicate,
        object: names.get(object) ?? object,
        quote: own?.quote ?? '',
        section: paths.get(own?.section ?? '') ?? '',
        rule,
      }
    })
}
