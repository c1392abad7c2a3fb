/** A revision's facts, indexed for comparison: targets, projects, commitments with what hangs on them. */
import type {
  CommitmentRecord,
  EntityRecord,
  Phase,
  RevisionFacts,
  StatementRecord,
  TargetRecord,
} from '../model.ts'
import type { Quoted } from './change.ts'

export type TargetView = {
  readonly target: TargetRecord
  readonly indicator: EntityRecord
  readonly place: string | null
  readonly quoted: Quoted
}

export type ProjectView = {
  readonly entity: EntityRecord
  readonly phase?: Phase
  readonly count?: string
  /** Place name → where the text ties the project to it. */
  readonly places: ReadonlyMap<string, Quoted>
  readonly deadlines: ReadonlyMap<string, Quoted>
  /** Names of all bodies that the text makes answer for it. */
  readonly departments: ReadonlySet<string>
  /** Those of them that no clause about it names: “牵头单位调整为区财政局”. */
  readonly ownDuties: ReadonlyMap<string, Quoted>
  readonly quoted?: Quoted
  /** Every place where the text names it, in code points. */
  readonly mentions: readonly Quoted[]
}

export type CommitmentView = {
  readonly commitment: CommitmentRecord
  readonly quoted: Quoted
  /** Department name → role. Inferred responsibilities are ours, not the plan's, and are left out. */
  readonly departments: ReadonlyMap<string, { readonly role: string; readonly quoted: Quoted }>
  readonly deadlines: ReadonlyMap<string, Quoted>
}

export type RevisionView = {
  readonly text: string
  readonly targets: readonly TargetView[]
  readonly projects: readonly ProjectView[]
  readonly commitments: readonly CommitmentView[]
  readonly documents: ReadonlyMap<string, Quoted>
}

const SPATIAL = new Set(['SERVES', 'LOCATED_IN', 'CONNECTS'])

/** Indexes one revision's facts. The record lists may be in any order; the views follow the text. */
export const viewOf = (facts: RevisionFacts): RevisionView => {
  const sections = new Map(facts.sections.map((section) => [section.id, section.path]))
  const entities = new Map(facts.entities.map((entity) => [entity.id, entity]))
  const bySubject = groupBy(facts.statements, (statement) => statement.subject)
  const byObject = groupBy(facts.statements, (statement) => statement.object)

  const quotedBy = (statement: StatementRecord): Quoted => {
    const own = statement.evidence.find((evidence) => evidence.part === 'clause') ?? statement.evidence[0]
    if (!own) throw new Error(`Unexpected statement ${statement.id}, expected it to have evidence`)
    return { quote: own.quote, start: own.start, end: own.end, section: sections.get(own.section) ?? '' }
  }
  const nameOf = (id: string): string => entities.get(id)?.name ?? id
  const objectsOf = (subject: string, wanted: (predicate: string) => boolean): ReadonlyMap<string, Quoted> =>
    new Map(
      (bySubject.get(subject) ?? [])
        .filter((statement) => wanted(statement.predicate))
        .map((statement) => [nameOf(statement.object), quotedBy(statement)]),
    )

  const targets = facts.targets.flatMap((target) => {
    const statement = byObject.get(target.id)?.find((s) => s.predicate === 'HAS_TARGET')
    const indicator = statement && entities.get(statement.subject)
    if (!statement || !indicator) return []
    const place = bySubject.get(target.id)?.find((s) => s.predicate === 'FOR')?.object
    return [{ target, indicator, place: place ? nameOf(place) : null, quoted: quotedBy(statement) }]
  })

  const mentions = groupBy(
    facts.mentions.map(({ entity, text, start, end, section }) => ({
      entity,
      quoted: { quote: text, start, end, section: sections.get(section) ?? '' },
    })),
    ({ entity }) => entity,
  )

  const clauses = new Set(facts.commitments.map(({ id }) => id))
  const isDuty = ({ predicate, basis }: StatementRecord): boolean =>
    predicate === 'RESPONSIBLE_FOR' && basis !== 'inferred'
  const placeOf = ({ subject, evidence }: StatementRecord): string =>
    JSON.stringify([subject, ...evidence.map(({ start, end }) => [start, end])])
  const saidOfClauses = new Set(
    facts.statements.filter((one) => isDuty(one) && clauses.has(one.object)).map(placeOf),
  )

  const projects = facts.entities
    .filter((entity) => entity.type === 'Project')
    .map((entity) => {
      const own = (bySubject.get(entity.id) ?? []).find((statement) => statement.basis === 'stated')
      const duties = (byObject.get(entity.id) ?? []).filter(isDuty)
      return {
        entity,
        phase: entity.properties.phase as Phase | undefined,
        count: entity.properties.count as string | undefined,
        places: objectsOf(entity.id, (predicate) => SPATIAL.has(predicate)),
        deadlines: objectsOf(entity.id, (predicate) => predicate === 'DUE'),
        departments: new Set(duties.map(({ subject }) => nameOf(subject))),
        ownDuties: new Map(
          duties
            .filter((duty) => !saidOfClauses.has(placeOf(duty)))
            .map((duty) => [nameOf(duty.subject), quotedBy(duty)]),
        ),
        quoted: own ? quotedBy(own) : mentions.get(entity.id)?.[0]?.quoted,
        mentions: (mentions.get(entity.id) ?? []).map(({ quoted }) => quoted),
      }
    })

  const commitments = facts.commitments.map((commitment) => {
    const duties = (byObject.get(commitment.id) ?? []).filter(
      (statement) => statement.predicate === 'RESPONSIBLE_FOR' && statement.basis !== 'inferred',
    )
    return {
      commitment,
      quoted: {
        quote: commitment.text,
        start: commitment.start,
        end: commitment.end,
        section: sections.get(commitment.section) ?? '',
      },
      departments: new Map(
        duties.map((duty) => [
          nameOf(duty.subject),
          { role: String(duty.qualifiers.role ?? 'lead'), quoted: quotedBy(duty) },
        ]),
      ),
      deadlines: objectsOf(commitment.id, (predicate) => predicate === 'DUE'),
    }
  })

  const documents = new Map(
    facts.statements.filter((s) => s.predicate === 'CITES').map((s) => [nameOf(s.object), quotedBy(s)]),
  )
  return {
    text: facts.text,
    targets: [...targets].sort((a, b) => a.quoted.start - b.quoted.start),
    projects,
    commitments: [...commitments].sort((a, b) => a.quoted.start - b.quoted.start),
    documents,
  }
}

const groupBy = <T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
