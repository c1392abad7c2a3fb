/** Makes visible what people's decisions made or altered: such statements say `rule: correction`, and whose decision it was. */
import type { RevisionFacts, StatementRecord } from '../../../graph/model.ts'
import type { Correction } from '../../records.ts'
import { namingOf } from './named.ts'
import { sayCorrection } from './say.ts'

export type Deciders = {
  /** The decisions about names that speak of an entity, by its id. */
  readonly ofNames: ReadonlyMap<string, readonly Correction[]>
  readonly ofDuties: readonly Correction[]
}

const wordingOf = (statement: StatementRecord, nameOf: (id: string) => string): string =>
  JSON.stringify([nameOf(statement.subject), nameOf(statement.object), statement])

/** `facts` against what would have been read `without` the decisions: a statement that differs is marked. */
export const markCorrected = (
  without: RevisionFacts,
  facts: RevisionFacts,
  { ofNames, ofDuties }: Deciders,
): RevisionFacts => {
  const { nameOf: before } = namingOf(without)
  const { nameOf: after, means } = namingOf(facts)
  const old = new Set(without.statements.map((statement) => wordingOf(statement, before)))
  const targets = new Map(facts.targets.map((target) => [target.id, target.indicator]))
  const decidersOf = ({ subject, object, rule }: StatementRecord): readonly Correction[] => [
    ...[subject, object, targets.get(subject), targets.get(object)].flatMap(
      (id) => ofNames.get(id ?? '') ?? [],
    ),
    ...(rule === 'correction' ? ofDuties : []).filter(
      (duty) => means(object, duty.subject) > 0 && means(subject, duty.object) > 0,
    ),
  ]
  const statements = facts.statements.map((statement) => {
    if (old.has(wordingOf(statement, after))) return statement
    const correction = [...new Set(decidersOf(statement).map(sayCorrection))].sort().join('；')
    return {
      ...statement,
      rule: 'correction',
      qualifiers: { ...statement.qualifiers, ...(correction === '' ? {} : { correction }) },
    }
  })
  return { ...facts, statements }
}
