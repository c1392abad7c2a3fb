/** The record of one revision: the rows that a store must hold for it, whether it is in force or not. Pure. */
import { contentId } from './content-id.ts'
import type { EvidenceRecord, Properties, RevisionFacts, Value } from './model.ts'

/** A node (no `from`, `to`) or a relationship with what is to be props on it. */
export type RecordRow = {
  readonly id: string
  readonly from?: string
  readonly to?: string
  readonly props: Properties
  /** Name of the statement in `queries/write` that writes the row. */
  readonly put: string
  /** Name of the statement in `queries/write` that removes it. */
  readonly remove: string
}

/** Kinds of rows in the order they are written; each is also the name of the statement in `queries/record` that reads them back. */
export const RECORD_KINDS = [
  'plan-links',
  'sections',
  'commitments',
  'statements',
  'descriptions',
  'section-links',
  'subjects',
  'objects',
  'statement-quotes',
  'commitment-quotes',
  'mentions',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
export type RevisionRecordRows = Readonly<Record<RecordKind, readonly RecordRow[]>>

type Loose = Readonly<Record<string, Value | undefined>>

const defined = (properties: Loose): Properties =>
  Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  )

const node = (label: string, id: string, properties: Loose): RecordRow => ({
  id,
  props: defined(properties),
  put: `put-${label}`,
  remove: `remove-${label}`,
})

/** What the nodes at the ends of statements are, by id: the last word of the statement that links to them. */
export const endKinds = (facts: RevisionFacts): ReadonlyMap<string, string> =>
  new Map([
    [facts.plan.id, 'plan'],
    ...facts.entities.map(({ id }) => [id, 'entity'] as const),
    ...facts.targets.map(({ id }) => [id, 'target'] as const),
    ...facts.commitments.map(({ id }) => [id, 'commitment'] as const),
  ])

/** Every row of the revision's record, by kind; nothing in it says whether the revision is in force. */
export const recordOf = (facts: RevisionFacts): RevisionRecordRows => {
  const kinds = endKinds(facts)
  const revision = facts.revision.id
  return {
    'plan-links': [planLink(facts)],
    sections: facts.sections.map(({ id, parent, ...section }) =>
      node('section', id, { ...section, revision }),
    ),
    commitments: facts.commitments.map(({ id, section, ...commitment }) =>
      node('commitment', id, { ...commitment, revision }),
    ),
    statements: facts.statements.map(({ id, subject, object, qualifiers, evidence, ...statement }) =>
      node('statement', id, { ...qualifiers, ...statement, revision }),
    ),
    descriptions: descriptions(facts),
    'section-links': facts.sections.map(({ id, parent }) => sectionLink(parent, id, revision)),
    subjects: facts.statements.map(({ id, subject }) => end('SUBJECT', id, subject, kinds)),
    objects: facts.statements.map(({ id, object }) => end('OBJECT', id, object, kinds)),
    'statement-quotes': facts.statements.flatMap(({ id, evidence }) =>
      evidence.map((item) => quote('statement', id, item)),
    ),
    'commitment-quotes': facts.commitments.map(({ id, section, start, end, text }) =>
      quote('commitment', id, { section, start, end, quote: text, part: 'clause' }),
    ),
    mentions: facts.mentions.map(({ entity, section, start, end, text }) => ({
      id: contentId('MENTIONED_IN', entity, section, start, end),
      from: entity,
      to: section,
      props: { start, end, text },
      put: 'link-entity-mentioned-in',
      remove: 'unlink-entity',
    })),
  }
}

/** How a plan is linked to its revision, with what the revision says of the plan. */
export const planLink = ({ plan: { id, ...described }, revision }: RevisionFacts): RecordRow => ({
  id: contentId('HAS_REVISION', id, revision.id),
  from: id,
  to: revision.id,
  props: defined(described),
  put: 'link-plan-has-revision',
  remove: 'unlink-plan',
})

const descriptions = (facts: RevisionFacts): readonly RecordRow[] => {
  const describe = (id: string, kind: 'entity' | 'target', props: Properties): RecordRow => ({
    id: contentId('DESCRIBED_IN', id, facts.revision.id),
    from: id,
    to: facts.revision.id,
    props,
    put: `describe-${kind}`,
    remove: `unlink-${kind}`,
  })
  return [
    ...facts.entities.map(({ id, type, properties, ...named }) =>
      describe(id, 'entity', { ...properties, ...defined(named), label: type }),
    ),
    ...facts.targets.map(({ id, indicator, ...target }) =>
      describe(id, 'target', { ...defined(target), label: 'Target' }),
    ),
  ]
}

const sectionLink = (parent: string, id: string, revision: string): RecordRow => {
  const kind = parent === revision ? 'revision' : 'section'
  return {
    id: contentId('HAS_SECTION', parent, id),
    from: parent,
    to: id,
    props: {},
    put: `link-${kind}-has-section`,
    remove: `unlink-${kind}`,
  }
}

const end = (type: string, from: string, to: string, kinds: ReadonlyMap<string, string>): RecordRow => ({
  id: contentId(type, from, to),
  from,
  to,
  props: {},
  put: `link-${type.toLowerCase()}-${kinds.get(to)}`,
  remove: 'unlink-statement',
})

const quote = (kind: 'statement' | 'commitment', from: string, evidence: EvidenceRecord): RecordRow => {
  const { section, start, end, part } = evidence
  return {
    id: contentId('QUOTED_FROM', from, section, start, end, part),
    from,
    to: section,
    props: { start, end, quote: evidence.quote, part },
    put: `link-${kind}-quoted-from`,
    remove: `unlink-${kind}`,
  }
}
