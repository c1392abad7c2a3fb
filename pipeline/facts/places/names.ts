/** From the gazetteer and a document's own words to its book of names. */

import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { PlanIdentity, Segment } from '../../records.ts'
import { type Book, type Form, type Known, makeBook } from './book.ts'
import { acronyms, asKnown, byShortForm, mergeHomophones, urbanCore } from './coined.ts'
import { formsOf } from './divisions.ts'
import { gazetteerNames } from './gazetteer-names.ts'
import { headingNames } from './heading-names.ts'
import { learnNames } from './learn.ts'
import { sharedSuffix } from './sharing.ts'
import { withoutShorterTwins, withShortForms } from './short-forms.ts'
import type { PlaceWords } from './words.ts'

type Count = { readonly known: Known; count: number }

const tally = (segments: readonly Segment[], book: Book, words: PlaceWords): Map<string, Count> => {
  const counts = new Map<string, Count>()
  const add = (known: Known): void => {
    const entry = counts.get(known.name)
    if (entry) entry.count++
    else counts.set(known.name, { known, count: 1 })
  }
  for (const segment of segments)
    for (const learned of learnNames(segment, book, words)) {
      add(learned.known)
      for (const item of sharedSuffix(segment, learned, book, words)) add(item.known)
    }
  return counts
}

/** Drops a name that is another one with words run into its front: 品质提升甲里新区 beside 甲里新区. */
const withoutRunIns = (counts: Map<string, Count>): readonly Count[] =>
  [...counts.values()].filter(({ known, count }) => {
    for (let cut = 1; cut <= known.name.length - 3; cut++) {
      const tail = counts.get(known.name.slice(cut))
      if (tail && tail.count >= count) return false
    }
    return true
  })

const learnedForms = (known: Known): readonly Form[] => [
  { text: known.name, known, guard: known.name.length <= 2 ? 'short' : 'full' },
  ...known.aliases.map((text): Form => ({ text, known, guard: text.length > 4 ? 'full' : 'short' })),
]

type Shelf = {
  readonly near: readonly Known[]
  readonly far: readonly Known[]
  readonly fixed: readonly Form[]
  readonly full: readonly Form[]
  readonly loose: readonly Form[]
}

/** The gazetteer's forms by strength: what stands firm, full names of others, and what the document's own names outrank. */
const shelve = (plan: PlanIdentity, gazetteer: Gazetteer, words: PlaceWords): Shelf => {
  const divisions = gazetteerNames(plan, gazetteer)
  const province = divisions.find((known) => known.origin === 'self')?.code?.slice(0, 2)
  const sameProvince = (known: Known): boolean =>
    province !== undefined && known.code?.slice(0, 2) === province
  const forms = (names: readonly Known[]): readonly Form[] =>
    names.flatMap((known) => formsOf(known, words, sameProvince))
  const near = divisions.filter((known) => known.origin !== 'outside')
  const far = divisions.filter((known) => known.origin === 'outside')
  const loose = forms(far)
  return {
    near,
    far: far.filter((known) => sameProvince(known) || known.kind === 'city'),
    fixed: [...forms(near), ...forms(words.regions)],
    full: loose.filter((form) => form.guard === 'full'),
    loose,
  }
}

/** Names in full first, then short ones, so that no short form hides a full one. */
const inOrder = (names: readonly Known[]): readonly Form[] => {
  const forms = names.map(learnedForms)
  return [...forms.flatMap((own) => own.slice(0, 1)), ...forms.flatMap((own) => own.slice(1))]
}

/** The document's book of names: what the gazetteer knows, then what two readings of the document's own names add. */
export const bookOfNames = (
  segments: readonly Segment[],
  plan: PlanIdentity,
  gazetteer: Gazetteer,
  words: PlaceWords,
): Book => {
  const { near, far, fixed, full, loose } = shelve(plan, gazetteer, words)
  const self = near.find((known) => known.origin === 'self')
  const text = segments.map((segment) => segment.text).join('\n')
  const coined = [...urbanCore(text, self, words.urbanCores), ...acronyms(segments, self, [...near, ...far])]
  const within = byShortForm(near)
  const firm = makeBook([...fixed, ...full])
  const coinedForms = inOrder(coined).map((form): Form => ({ ...form, guard: 'short' }))
  let book = makeBook([...fixed, ...full, ...coinedForms, ...loose])
  for (let round = 0; round < 2; round++) {
    const counts = withoutRunIns(tally(segments, book, words)).filter(
      ({ known }) => !firm.forms.has(known.name),
    )
    const older = counts.flatMap(({ known }): readonly Form[] => {
      const town = asKnown(known, within)
      return town ? [{ text: known.name, known: town, guard: 'full' }] : []
    })
    const own = counts.filter(({ known }) => !asKnown(known, within))
    const named = withShortForms(
      withoutShorterTwins(mergeHomophones(own)),
      new Map(own.map((entry) => [entry.known.name, entry.count])),
      firm,
      words,
    )
    const including = (names: readonly Known[]): Book =>
      makeBook([...fixed, ...full, ...older, ...coinedForms, ...inOrder(names), ...loose])
    const plain = including(named)
    const headed = headingNames(segments, plain, words)
    book = headed.length === 0 ? plain : including([...headed, ...named])
  }
  return book
}
