/** Reads the figures of one sentence as targets, each in the first shape that fits. */
import type { Knowledge } from '../../knowledge.ts'
import { findQuantities } from '../numbers.ts'
import { type Candidate, candidates } from './clauses.ts'
import { fromLeft } from './from-left.ts'
import { fromBefore, fromParallel, fromPlace, fromStandard, fromTitle, fromWhole } from './from-onward.ts'
import { fromParts } from './from-parts.ts'
import { fromRight } from './from-right.ts'
import { fromBracket, fromDeed, fromShare, fromSize, fromVerb } from './from-shapes.ts'
import { type PlaceAt, readLeft, type State } from './left.ts'
import type { Proposal } from './proposal.ts'
import { respectively, thenReached } from './respectively.ts'
import { thenAgain, thenEach } from './then-again.ts'
import type { Words } from './words.ts'

const dated = (proposal: Proposal, { floor }: Candidate): Proposal =>
  floor > 0 ? { ...proposal, floor } : proposal

/**
 * The proposals of one sentence, in order. Offsets are relative to it; `placeAt` gives the length of a place named
 * there, `before` the last proposal of a sentence that ends in “；” right before, in this one's offsets.
 */
export const readSentence = (
  text: string,
  knowledge: Knowledge,
  words: Words,
  placeAt: PlaceAt,
  before?: Proposal,
): readonly Proposal[] => {
  const found = candidates(text, findQuantities(text, 0, knowledge), words)
  const proposals: Proposal[] = []
  let state: State = { ...(before ? { last: before } : {}), lastEnd: 0 }
  let lost = false
  for (let i = 0; i < found.length; i++) {
    const candidate = found[i] as Candidate
    const group = respectively(text, found.slice(i), words, placeAt)
    if (group) {
      i += new Set(group.map((p) => p.at)).size - 1
      const reached = group[0]?.left ? thenReached(text, group, found.slice(i + 1), words) : []
      i += reached.length
      const again = thenAgain(text, group, found.slice(i + 1), words)
      i += again.length
      proposals.push(...group, ...reached, ...again)
      const last = group.at(-1)
      state = { ...(last ? { last } : {}), lastEnd: found[i]?.quantity.whole.end ?? 0 }
      continue
    }
    const each = thenEach(text, proposals, found.slice(i), words)
    if (each.length > 0) {
      i += each.length - 1
      proposals.push(...each)
      state = { ...state, lastEnd: found[i]?.quantity.whole.end ?? 0 }
      continue
    }
    const shares = fromParts(text, candidate)
    if (shares.length > 0) {
      proposals.push(...shares)
      continue
    }
    const left = readLeft(text, candidate, words, placeAt)
    const next = found[i + 1]
    const bound =
      found[i + 1]?.joined && candidate.quantity.comparator === '='
        ? found[i + 1]?.quantity.comparator
        : undefined
    // “低保标准分别提高到620元、480元”: where the first figure is not understood, the second says nothing of what came before
    const onward: State = lost && candidate.joined ? { lastEnd: state.lastEnd } : state
    const proposal: Proposal | undefined =
      fromSize(text, candidate, next, left, state, words) ??
      fromBefore(text, candidate, left, onward) ??
      fromParallel(candidate, left, state, words) ??
      fromWhole(text, candidate, left, state, words) ??
      fromPlace(candidate, left, state) ??
      fromStandard(text, candidate, left) ??
      fromBracket(text, candidate, words) ??
      fromShare(text, candidate, left, words) ??
      fromTitle(text, candidate, left, words) ??
      fromRight(text, candidate, next?.quantity.whole.start ?? text.length, left, state, words) ??
      fromLeft(text, candidate, left, state, words, next?.quantity.whole.start) ??
      fromDeed(text, candidate, left, state) ??
      fromVerb(candidate, left)
    const sameClause = /[、和及与]/.test(candidate.mark) || candidate.joined || candidate.mark === ''
    const verb = left.verb ?? (sameClause ? state.verb : undefined)
    lost = proposal === undefined
    const last = proposal ?? state.last
    state = { ...(last ? { last } : {}), ...(verb ? { verb } : {}), lastEnd: candidate.quantity.whole.end }
    // “60平方公里60万人以上”, “不少于1万户4.5亿元”: the two figures share their comparator
    if (proposal)
      proposals.push(
        dated(
          bound && bound !== 'range' && bound !== 'change' ? { ...proposal, comparator: bound } : proposal,
          candidate,
        ),
      )
  }
  return proposals
}
