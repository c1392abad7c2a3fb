/** One project, indicator or commitment through all revisions of its plan and the plans that succeed it. Pure. */
import type { Change } from '../diff/change.ts'
import type { StrengthRank } from '../diff/commitments.ts'
import { diff } from '../diff/diff.ts'
import { wordingKey } from '../diff/text.ts'
import { viewOf } from '../diff/view.ts'
import type { RevisionFacts } from '../model.ts'
import { aboutClause, aboutEntity } from './about.ts'
import { clausesOf, type Edition, entityIn, formsIn, type Subject } from './subject.ts'

/**
 * What became of the subject: it appears (for the first time, or again), stays as it was, changes, is dropped, is not
 * understood any more although its sentence still stands in the text, or is not there, as before.
 */
export type Event = 'appears' | 'unchanged' | 'changed' | 'dropped' | 'misread' | 'absent'

/** One thing that a revision says of the subject, with its words. */
export type Item = {
  readonly says: string
  readonly phase: string | null
  readonly value: string | null
  /** Year of a number, or the day until when. */
  readonly year: string | null
  /** Of a number: target, baseline or historic. */
  readonly kindOfFigure: string | null
  readonly strength: string | null
  readonly departments: readonly string[]
  readonly place: string | null
  readonly quote: string
  readonly section: string
}

export type Step = Omit<Edition, 'facts'> & {
  readonly event: Event
  readonly changes: readonly Change[]
  readonly items: readonly Item[]
  /** Of an amendment: its words that name the subject in taking it away. */
  readonly because: readonly string[]
}

/** Follows the subject through the editions, in their order; what is said of it is compared with the last that had it. */
export const history = (
  editions: readonly Edition[],
  subject: Subject,
  rank: StrengthRank,
): readonly Step[] => {
  const about = abouts(editions, subject)
  let before: RevisionFacts | undefined
  return editions.map(({ facts: _, ...edition }, at) => {
    const facts = about[at] as RevisionFacts
    const items = itemsOf(facts)
    const isThere = items.length > 0
    const changes = before === undefined ? [] : diff(before, facts, rank)
    const was = before !== undefined
    const isNew = was && at > 0 && itemsOf(about[at - 1] as RevisionFacts).length === 0
    if (!isThere) {
      const event = was && !isNew ? lossOf(changes) : 'absent'
      const because = event === 'absent' ? [] : reasons(facts, subject)
      return { ...edition, event, changes: event === 'absent' ? [] : changes, items, because }
    }
    before = facts
    const event = !was || isNew ? 'appears' : changes.length > 0 ? 'changed' : 'unchanged'
    return { ...edition, event, changes, items, because: [] }
  })
}

/** The clauses of an amendment that name the subject, or strike out its words. */
const reasons = ({ revision }: RevisionFacts, { name }: Subject): readonly string[] => {
  const key = wordingKey(name)
  return [...(revision.removes ?? []), ...(revision.replaces ?? [])].filter((words) => {
    const said = wordingKey(words)
    return said.includes(key) || key.includes(said)
  })
}

/** Dropped by the text, unless every sentence that said it still stands there. */
const lossOf = (changes: readonly Change[]): Event => {
  const losses = changes.filter(({ stillInText }) => stillInText !== undefined)
  return losses.length > 0 && losses.every(({ stillInText }) => stillInText) ? 'misread' : 'dropped'
}

const abouts = (editions: readonly Edition[], subject: Subject): readonly RevisionFacts[] => {
  if (subject.type === 'Commitment') {
    const clauses = clausesOf(editions, subject)
    return editions.map(({ facts }, at) => aboutClause(facts, clauses[at]))
  }
  const forms = formsIn(editions, subject)
  return editions.map(({ facts }) => aboutEntity(facts, entityIn(facts, subject, forms)?.id))
}

const itemsOf = (facts: RevisionFacts): readonly Item[] => {
  const { targets, projects, commitments } = viewOf(facts)
  const clauses = commitments.map(
    ({ commitment, quoted, departments, deadlines }): Item => ({
      says: commitment.text,
      phase: commitment.phase ?? null,
      value: null,
      year: joined(deadlines.keys()),
      kindOfFigure: null,
      strength: commitment.strength ?? null,
      departments: [...departments].map(([name, { role }]) => `${name}（${role}）`),
      place: null,
      quote: quoted.quote,
      section: quoted.section,
    }),
  )
  const numbers = targets.map(
    ({ target, indicator, place, quoted }): Item => ({
      says: indicator.name,
      phase: null,
      value: [
        target.comparator,
        target.max === undefined ? target.value : `${target.value}—${target.max}`,
        target.unit,
      ]
        .join(' ')
        .trim(),
      year: target.year === undefined ? null : String(target.year),
      kindOfFigure: target.kind,
      strength: target.nature ?? null,
      departments: [],
      place,
      quote: quoted.quote,
      section: quoted.section,
    }),
  )
  const named = projects.flatMap(({ entity, phase, places, deadlines, quoted }): readonly Item[] => {
    const own = {
      says: entity.name,
      phase: phase ?? null,
      value: typeof entity.properties.count === 'string' ? entity.properties.count : null,
      year: joined(deadlines.keys()),
      kindOfFigure: null,
      strength: null,
      departments: [],
    }
    const tied = [...places].map(([place, said]) => ({
      ...own,
      place,
      quote: said.quote,
      section: said.section,
    }))
    if (tied.length > 0) return tied
    const isSaid = quoted !== undefined && !clauses.some(({ quote }) => quote.includes(quoted.quote))
    return isSaid ? [{ ...own, place: null, quote: quoted.quote, section: quoted.section }] : []
  })
  return [...named, ...numbers, ...clauses]
}

const joined = (names: Iterable<string>): string | null => [...names].join('、') || null
