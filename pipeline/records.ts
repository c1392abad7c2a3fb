/**
 * The plain read-only records that travel between the stages of the pure core.
 * Every offset in here is a UTF-16 code unit into `PlanDocument.text`, end exclusive;
 * they become Unicode code points once, in facts/state.ts.
 */
import type { Basis, Comparator, EntityType, Phase, Predicate, Scalar, SectionKind } from '../graph/model.ts'

export const DECISIONS = ['merge', 'keep-apart', 'rename', 'reject-statement', 'set-department'] as const
export type Decision = (typeof DECISIONS)[number]

/** What a person decided about a plan's reading: a row of corrections.tsv. Names are as the graph shows them. */
export type Correction = {
  readonly decision: Decision
  /** Where the subject's name alone does not say what is meant. */
  readonly type?: EntityType
  /** merge: the name that stays; rename: the name so far; set-department: the clause's words or the project. */
  readonly subject: string
  /** Only of reject-statement. */
  readonly predicate?: Predicate
  /** merge, keep-apart: the other name; rename: the new name; set-department: the body. */
  readonly object: string
  /** set-department: lead where it is left out; reject-statement: any where it is left out. */
  readonly role?: 'lead' | 'support'
  readonly author: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly reason: string
}

export type Span = { readonly start: number; readonly end: number }

/** Something strange in a document, with its place. Never thrown. */
export type Note = { readonly code: string; readonly reason: string; readonly span?: Span }

export type PlanDocument = {
  /** The normalised text (CONTRACT.md): decoded, no byte order mark, CR and CRLF as LF. */
  readonly text: string
  readonly format: 'txt' | 'md'
  readonly encoding: string
  readonly sha256: string
  readonly textSha256: string
  readonly notes: readonly Note[]
}

/** Which plan a text belongs to; `inferred` lists the fields that were read from the text instead of given. */
export type PlanIdentity = {
  readonly id: string
  readonly title: string
  /** Province down to county, joined by `/`: 辰州省/丙山县. */
  readonly jurisdiction: string
  readonly periodStart?: number
  readonly periodEnd?: number
  readonly issuedAt?: string
  /** The text only amends the plan; false where somebody says that it does not, though its title does. */
  readonly amends?: boolean
  readonly inferred: readonly string[]
}

/** One node of the document's own tree. The leaves' texts, joined, are the document's text. */
export type Section = {
  readonly kind: SectionKind
  /** As written: 第一章, 专栏2, （三）. */
  readonly number?: string
  /** Without the number: 规划背景. */
  readonly title?: string
  /** The whole heading line without surrounding white space, number included. */
  readonly titleSpan?: Span
  readonly span: Span
  readonly children: readonly Section[]
  /** For a row: its cells, in order; empty cells have start === end. */
  readonly cells?: readonly Span[]
}

export type Token = { readonly span: Span; readonly text: string; readonly tag: string }

/** A sentence, a heading line or a table row: what recognisers read at a time. */
export type Segment = {
  readonly index: number
  readonly kind: 'sentence' | 'heading' | 'row'
  readonly span: Span
  readonly text: string
  /** The sections that hold it, outermost first, leaf last. */
  readonly sections: readonly Section[]
  /** Tokens rebuild `text`; spans count from the document's start. */
  readonly tokens: readonly Token[]
  /** For a row: its cells' spans. */
  readonly cells?: readonly Span[]
}

export type Attributes = Readonly<Record<string, Scalar>>

/** One place in the text where an entity is named, or (list items) whose words give its name. */
export type Mention = {
  readonly type: EntityType
  readonly span: Span
  /** Canonical as far as the recogniser can tell: 临江 in “临江、大丘4座110千伏变电站” is 临江110千伏变电站. */
  readonly name: string
  readonly aliases: readonly string[]
  readonly attributes: Attributes
  readonly rule: string
}

export type Target = {
  readonly span: Span
  readonly value: number
  readonly max?: number
  readonly comparator: Comparator
  readonly unit: string
  readonly year?: number
  readonly kind: 'target' | 'baseline' | 'historic'
  readonly nature?: string
  readonly place?: Mention
  readonly due?: Mention
}

export type Commitment = {
  readonly span: Span
  readonly phase?: Phase
  readonly strength?: string
  readonly concerns: readonly Mention[]
  readonly due?: Mention
}

export type Evidence = { readonly span: Span; readonly part: 'clause' | 'heading' }

/** One relation as the text states it, before entities are resolved. `subject: 'plan'` for CITES. */
export type Fact = {
  readonly predicate: Predicate
  readonly subject: Mention | 'plan'
  readonly object: Mention | Target | Commitment
  readonly evidence: readonly [Evidence, ...Evidence[]]
  readonly rule: string
  readonly basis: Basis
  readonly confidence?: number
  readonly qualifiers?: Attributes
}

/** What a recogniser gives back. A Target appears as object of a HAS_TARGET fact; a Commitment may stand alone. */
export type Found = {
  readonly mentions: readonly Mention[]
  readonly facts: readonly Fact[]
  readonly commitments?: readonly Commitment[]
}

/** A document read into its tree and segments: what every recogniser gets. */
export type Reading = {
  readonly document: PlanDocument
  readonly plan: PlanIdentity
  readonly root: Section
  readonly segments: readonly Segment[]
}
