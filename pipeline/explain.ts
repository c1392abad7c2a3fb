/**
 * How a text is read, for those who want to know why: tokens, tags, which rules tried, won and lost, what was found,
 * what was taken for one thing, and what was refused. Pure; spans of segments, tags and rules are UTF-16.
 */
import type { RevisionFacts } from '../graph/model.ts'
import { read, recognise } from './extract.ts'
import { check, type Rejected } from './facts/check.ts'
import type { Merge } from './facts/resolve/groups.ts'
import { segmentFinder } from './facts/resolve/segment-at.ts'
import { resolve } from './facts/resolve.ts'
import type { Coverage } from './facts/responsibilities.ts'
import { state } from './facts/state.ts'
import type { Knowledge } from './knowledge.ts'
import type { RuleHit } from './matching/hit.ts'
import { type Atom, latticeOf } from './matching/lattice.ts'
import { atomsOf, contestRules } from './matching/match-rules.ts'
import { PASSES, type Pass } from './matching/rule.ts'
import type { Mention, PlanDocument, PlanIdentity, Segment, Span, Token } from './records.ts'

export type Tried = {
  readonly rule: string
  readonly pass: Pass
  readonly outcome: 'won' | 'lost' | 'no match'
  /** The words it matched. */
  readonly words?: string
  /** What it lost to: rule and words. */
  readonly to?: string
}
export type Tagged = { readonly tag: string; readonly words: string; readonly span: Span }
export type ExplainedSegment = {
  readonly kind: Segment['kind']
  readonly text: string
  readonly span: Span
  /** Titles above it, outermost first. */
  readonly under: readonly string[]
  readonly tokens: readonly Token[]
  readonly tags: readonly Tagged[]
  readonly mentions: readonly Mention[]
  readonly rules: readonly Tried[]
  /** What became of it, and why. */
  readonly status?: string
  readonly reason?: string
}
export type Explanation = {
  readonly segments: readonly ExplainedSegment[]
  readonly merges: readonly Merge[]
  readonly facts: RevisionFacts
  readonly rejected: readonly Rejected[]
}

export const explain = (document: PlanDocument, plan: PlanIdentity, knowledge: Knowledge): Explanation => {
  const reading = read(document, plan, knowledge)
  const { found, coverage } = recognise(reading, knowledge)
  const resolved = resolve(reading, found, knowledge)
  const { kept, rejected } = check(state(reading, resolved, coverage))
  const segmentAt = segmentFinder(reading.segments)
  const mentions = resolved.entities.flatMap((entity) => entity.mentions)
  const segments = reading.segments.map((segment) => {
    const own = mentions.filter(({ span }) => segmentAt(span.start) === segment)
    return { ...explainSegment(segment, own, knowledge), ...statusOf(segment, coverage) }
  })
  return { segments, merges: resolved.merges, facts: kept, rejected }
}

const statusOf = ({ span }: Segment, { items }: Coverage): Pick<ExplainedSegment, 'status' | 'reason'> => {
  const item = items.find((one) => one.span.start === span.start)
  return item ? { status: item.status, ...(item.rule !== undefined && { reason: item.rule }) } : {}
}

const explainSegment = (
  segment: Segment,
  mentions: readonly Mention[],
  knowledge: Knowledge,
): ExplainedSegment => {
  const { kind, text, span, tokens, sections } = segment
  let atoms: readonly Atom[] = mentions.map((mention) => ({ tag: mention.type, span: mention.span, mention }))
  const rules: Tried[] = []
  for (const pass of PASSES) {
    const { won, lost } = contestRules(knowledge, pass, segment, atoms)
    const silent = knowledge.rules.rules[pass].filter(
      ({ name }) => ![...won, ...lost.map(({ hit }) => hit)].some(({ rule }) => rule === name),
    )
    rules.push(...won.map((hit) => tried(hit, pass, 'won')))
    rules.push(...lost.map(({ hit, to }) => ({ ...tried(hit, pass, 'lost'), to: `${to.rule}: ${to.text}` })))
    rules.push(...silent.map(({ name }): Tried => ({ rule: name, pass, outcome: 'no match' })))
    atoms = [...atoms, ...atomsOf(won)]
  }
  const { tags } = latticeOf(segment, atoms, knowledge.rules.tagger)
  return {
    kind,
    text,
    span,
    under: sections.flatMap(
      ({ number, title }) => [number, title].filter((part) => part !== undefined).join(' ') || [],
    ),
    tokens,
    tags: tags
      .map(({ tag, span: own }) => ({
        tag,
        words: text.slice(own.start - span.start, own.end - span.start),
        span: own,
      }))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    mentions: [...mentions].sort((a, b) => a.span.start - b.span.start),
    rules,
  }
}

const tried = ({ rule, text }: RuleHit, pass: Pass, outcome: Tried['outcome']): Tried => ({
  rule,
  pass,
  outcome,
  words: text,
})
