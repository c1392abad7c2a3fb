/** A stored revision's facts again, as they were ingested: the inverse of recordOf. Reads only. */

import { statementOf } from '../queries/catalogue.ts'
import { groupBy } from './group-by.ts'
import { readRevisions } from './held-revisions.ts'
import type {
  CommitmentRecord,
  EntityRecord,
  EvidenceRecord,
  MentionRecord,
  PlanRecord,
  Properties,
  RevisionFacts,
  RevisionRecord,
  SectionRecord,
  StatementRecord,
  TargetRecord,
} from './model.ts'
import { RECORD_KINDS, type RecordKind } from './record.ts'
import type { GraphReader, Plain, Row } from './store.ts'
import { unknownRevision } from './store-errors.ts'

type Props = Readonly<Record<string, Plain>>
type Stored = Row & {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly props: Readonly<Record<string, Plain>>
}
type Rows = Readonly<Record<RecordKind, readonly Stored[]>>

/** The keys of a record that are not the predicate's or the label's own. */
const STATEMENT_KEYS = ['id', 'key', 'predicate', 'rule', 'basis', 'confidence', 'revision', 'inForce']
const ENTITY_KEYS = ['id', 'label', 'inForce', 'name', 'aliases', 'pinyin', 'scope']
const STANDING_KEYS = ['status', 'inForce', 'ordinal', 'ingestedAt', 'facts', 'withdrawnBecause']

const without = (props: Props, keys: readonly string[]): Props =>
  Object.fromEntries(Object.entries(props).filter(([key, value]) => !keys.includes(key) && value !== null))

const only = (props: Props, keys: readonly string[]): Props =>
  Object.fromEntries(Object.entries(props).filter(([key, value]) => keys.includes(key) && value !== null))

const byText = (a: { start: number; id: string }, b: { start: number; id: string }): number =>
  a.start - b.start || (a.id < b.id ? -1 : 1)
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

/**
 * The facts of a revision that the store holds: equal to those ingested, lists sorted (sections, commitments and
 * mentions as in the text, the rest by id). Rejects when the store holds no such revision, or only a pending one.
 */
export const readFacts = async (store: GraphReader, revision: string): Promise<RevisionFacts> => {
  const held = (await readRevisions(store)).find(({ id }) => id === revision)
  if (!held || held.status === 'pending') throw unknownRevision(revision, 'the store')
  const rows = await readRows(store, revision)
  const sections = sectionsOf(rows)
  const statements = statementsOf(rows)
  return {
    plan: { id: held.plan, ...held.describesPlan } as PlanRecord,
    revision: without(held.properties, STANDING_KEYS) as unknown as RevisionRecord,
    text: sections
      .filter(({ leaf }) => leaf)
      .map(({ text }) => text)
      .join(''),
    sections,
    entities: entitiesOf(rows),
    targets: targetsOf(rows, statements),
    commitments: commitmentsOf(rows),
    statements,
    mentions: mentionsOf(rows),
  }
}

const readRows = async (store: GraphReader, revision: string): Promise<Rows> => {
  const rows: Partial<Record<RecordKind, readonly Stored[]>> = {}
  for (const kind of RECORD_KINDS)
    rows[kind] = await store.read<Stored>(statementOf('record', kind), { revision })
  return rows as Rows
}

const oneEach = (rows: readonly Stored[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ from, to }) => [from, to]))

const sectionsOf = (rows: Rows): readonly SectionRecord[] => {
  const parents = new Map(rows['section-links'].map(({ from, to }) => [to, from]))
  return rows.sections
    .map(
      ({ id, props }) =>
        ({
          ...without(props, ['revision']),
          id,
          parent: parents.get(id),
        }) as unknown as SectionRecord,
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end || byId(a, b))
}

const entitiesOf = (rows: Rows): readonly EntityRecord[] =>
  rows.descriptions
    .filter(({ props }) => props.label !== 'Target')
    .map(
      ({ from, props }) =>
        ({
          id: from,
          type: props.label,
          // An engine may keep no empty list.
          aliases: [],
          pinyin: [],
          ...only(props, ['name', 'aliases', 'pinyin', 'scope']),
          properties: without(props, ENTITY_KEYS) as Properties,
        }) as unknown as EntityRecord,
    )
    .toSorted(byId)

const targetsOf = (rows: Rows, statements: readonly StatementRecord[]): readonly TargetRecord[] => {
  const indicators = new Map(
    statements
      .filter(({ predicate }) => predicate === 'HAS_TARGET')
      .map(({ object, subject }) => [object, subject]),
  )
  return rows.descriptions
    .filter(({ props }) => props.label === 'Target')
    .map(
      ({ from, props }) =>
        ({
          ...without(props, ['id', 'label']),
          id: from,
          indicator: indicators.get(from) ?? '',
        }) as unknown as TargetRecord,
    )
    .toSorted(byId)
}

const commitmentsOf = (rows: Rows): readonly CommitmentRecord[] => {
  const sections = oneEach(rows['commitment-quotes'])
  return rows.commitments
    .map(
      ({ id, props }) =>
        ({
          ...without(props, ['revision', 'inForce']),
          id,
          section: sections.get(id),
        }) as unknown as CommitmentRecord,
    )
    .toSorted(byText)
}

const statementsOf = (rows: Rows): readonly StatementRecord[] => {
  const [subjects, objects] = [oneEach(rows.subjects), oneEach(rows.objects)]
  const quotes = groupBy(rows['statement-quotes'], ({ from }) => from)
  return rows.statements
    .map(
      ({ id, props }) =>
        ({
          ...only(props, ['key', 'predicate', 'rule', 'basis', 'confidence']),
          id,
          subject: subjects.get(id),
          object: objects.get(id),
          qualifiers: without(props, STATEMENT_KEYS) as Properties,
          evidence: evidenceOf(quotes.get(id) ?? []),
        }) as unknown as StatementRecord,
    )
    .toSorted(byId)
}

const evidenceOf = (quotes: readonly Stored[]): readonly EvidenceRecord[] =>
  quotes
    .map(({ to, props }) => ({ section: to, ...without(props, ['id']) }) as unknown as EvidenceRecord)
    .toSorted((a, b) => a.part.localeCompare(b.part) || a.start - b.start || a.end - b.end)

const mentionsOf = (rows: Rows): readonly MentionRecord[] =>
  rows.mentions
    .map(
      ({ from, to, props }) =>
        ({ entity: from, section: to, ...without(props, ['id']) }) as unknown as MentionRecord,
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.entity < b.entity ? -1 : 1))
