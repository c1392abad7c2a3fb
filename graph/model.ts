/**
 * The public graph schema as one constant, and the plain records in which the pipeline hands a revision's facts
 * to a store. Imports nothing. Every offset in this file counts Unicode code points, end exclusive.
 */

/** Entity labels: each entity node is `:Entity` plus exactly one of these (a town is `:Place:Town`). */
export const ENTITY_TYPES = [
  'Place',
  'Project',
  'Indicator',
  'Department',
  'Deadline',
  'Document',
  'Function',
  'Level',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** What may stand at the ends of a relationship: an entity type, or one of the other record nodes. */
export type EndType = EntityType | 'Plan' | 'Target' | 'Commitment'

/** Direct relationships (the truthy projection) and their allowed ends. Statement.predicate is one of the keys. */
export const PREDICATES = {
  SERVES: { from: ['Project'], to: ['Place'] },
  LOCATED_IN: { from: ['Project'], to: ['Place'] },
  CONNECTS: { from: ['Project'], to: ['Place'] },
  PART_OF: { from: ['Place', 'Project'], to: ['Place', 'Project'] },
  HAS_FUNCTION: { from: ['Place'], to: ['Function'] },
  HAS_LEVEL: { from: ['Place'], to: ['Level'] },
  HAS_TARGET: { from: ['Indicator'], to: ['Target'] },
  FOR: { from: ['Target'], to: ['Place'] },
  DUE: { from: ['Target', 'Project', 'Commitment'], to: ['Deadline'] },
  CONCERNS: { from: ['Commitment'], to: ['Project', 'Indicator', 'Place'] },
  RESPONSIBLE_FOR: { from: ['Department'], to: ['Commitment', 'Project'] },
  CITES: { from: ['Plan'], to: ['Document'] },
} as const satisfies Record<string, { from: readonly EndType[]; to: readonly EndType[] }>
export type Predicate = keyof typeof PREDICATES

export type Scalar = string | number | boolean
/** A property value as both engines store it: a scalar or a list of one scalar type. Absent means unknown. */
export type Value = Scalar | readonly string[] | readonly number[]
export type Properties = Readonly<Record<string, Value>>

export type SectionKind = 'part' | 'chapter' | 'section' | 'box' | 'table' | 'row' | 'paragraph' | 'notice'
export type Phase = 'study' | 'plan' | 'strive' | 'start' | 'advance' | 'complete'
export const PHASES: readonly Phase[] = ['study', 'plan', 'strive', 'start', 'advance', 'complete']
export type Comparator = '=' | '>=' | '<=' | '>' | '<' | 'range' | 'change' | 'about'
export type Basis = 'stated' | 'inherited' | 'inferred'

export type PlanRecord = {
  readonly id: string
  readonly title: string
  /** Names from province down, joined by `/`: 重庆市/开州区. */
  readonly jurisdiction: string
  readonly periodStart?: number
  readonly periodEnd?: number
  /** The title without place, years and words of edition: equal for the plans of successive periods. */
  readonly family?: string
}

export type RevisionRecord = {
  readonly id: string
  readonly plan: string
  readonly label: string
  readonly sha256: string
  readonly textSha256: string
  readonly rules: string
  readonly source: string
  readonly issuedAt?: string
  readonly sentences: number
  readonly understood: number
  readonly exhortation: number
  readonly notUnderstood: number
  /** It only adds to, changes or removes parts of the plan: what it does not name stays as the revisions before it say. */
  readonly amends?: boolean
  /** Of an amendment: its clauses, verbatim, by which the parts of the plan that they name go out of force. */
  readonly removes?: readonly string[]
  /** Of an amendment: words of the plan, verbatim, that it strikes out or replaces. */
  readonly replaces?: readonly string[]
  /** Of an amendment: names, verbatim, for which it gives others; the entity keeps its id and has the new name. */
  readonly renames?: readonly string[]
  /** Of an amendment in traditional characters: `removes`, then `replaces`, in simplified ones, by which they are compared. */
  readonly readAs?: readonly string[]
  /** What people decided about this plan and its reader applied, one JSON object each; absent where nobody did. */
  readonly corrections?: readonly string[]
  /** Those of the decisions that met nothing in the text, each in words with the reason. */
  readonly unmatchedCorrections?: readonly string[]
}

export type SectionRecord = {
  readonly id: string
  /** Id of the section above, or of the revision for the outermost ones. */
  readonly parent: string
  readonly kind: SectionKind
  readonly number?: string
  readonly title?: string
  /** Titles from the outermost down to this one, joined by ` › `. */
  readonly path: string
  readonly ordinal: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly leaf: boolean
}

/** An entity as one revision describes it; the properties in force are those of the revisions in force. */
export type EntityRecord = {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly pinyin: readonly string[]
  readonly scope?: string
  /** The label's own properties: kind, code, category, phase, count, unit, nature, level, start, end, title. */
  readonly properties: Properties
}

export type TargetRecord = {
  readonly id: string
  readonly indicator: string
  readonly value: number
  readonly max?: number
  readonly comparator: Comparator
  readonly unit: string
  readonly year?: number
  readonly kind: 'target' | 'baseline' | 'historic'
  readonly nature?: string
}

export type CommitmentRecord = {
  readonly id: string
  readonly text: string
  readonly phase?: Phase
  readonly strength?: string
  readonly start: number
  readonly end: number
  /** The leaf section that holds `start`. */
  readonly section: string
}

export type EvidenceRecord = {
  readonly section: string
  readonly start: number
  readonly end: number
  /** Verbatim: the revision's text between the code points start and end. */
  readonly quote: string
  readonly part: 'clause' | 'heading'
}

export type StatementRecord = {
  readonly id: string
  /** Structural key: what makes two revisions' statements the same one (subject, predicate, object, place, year, kind). */
  readonly key: string
  readonly predicate: Predicate
  readonly subject: string
  readonly object: string
  readonly rule: string
  readonly basis: Basis
  readonly confidence: number
  readonly qualifiers: Properties
  readonly evidence: readonly EvidenceRecord[]
}

export type MentionRecord = {
  readonly entity: string
  readonly section: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Everything one revision of a plan should say: the desired state that a store is brought to. JSON-safe. */
export type RevisionFacts = {
  readonly plan: PlanRecord
  readonly revision: RevisionRecord
  /** The normalised text, kept so that every quote can be re-checked offline. */
  readonly text: string
  readonly sections: readonly SectionRecord[]
  readonly entities: readonly EntityRecord[]
  readonly targets: readonly TargetRecord[]
  readonly commitments: readonly CommitmentRecord[]
  readonly statements: readonly StatementRecord[]
  readonly mentions: readonly MentionRecord[]
}
