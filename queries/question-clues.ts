/** What a question gives away: names, cue words, years, a section, the whole jurisdiction of a plan, unknown words. */
import { findNames, type KnownEntity, type NameInQuestion, takeCues } from './find-names.ts'
import { sectionIn, unknownIn, years } from './question-details.ts'
import type { Cue, Topic } from './question-table.ts'
import { readPinyin } from './read-pinyin.ts'

/** Said beside the question: `--place Puli`. */
export type Given = Partial<Record<Topic, string>>

/** A place that is, or holds, the jurisdiction of a plan: everything in that plan is of it. */
export type Seat = {
  readonly name: NameInQuestion
  readonly place: KnownEntity
  readonly path: string
  /** Other jurisdictions of the same name: 全区 is said of every district. */
  readonly others: readonly KnownEntity[]
}

export type Clues = {
  readonly names: readonly NameInQuestion[]
  readonly cues: readonly Cue[]
  readonly section: string | undefined
  readonly years: readonly number[]
  readonly given: Given
  readonly topics: ReadonlySet<Topic>
  readonly seat: Seat | undefined
  /** Whether the years are a limit: 2025年底前, by 2025. */
  readonly isUntil: boolean
  /** Words that are neither a known name nor a cue. */
  readonly unknown: readonly string[]
}

/** Topics whose value beside the question is looked up as a name in it would be. */
const LOOKED_UP = ['place', 'department'] as const

/** Names said beside the question, where they are known as a whole, go before those in it. */
const givenNames = (given: Given, entities: readonly KnownEntity[]) => {
  const names = LOOKED_UP.flatMap((topic) => {
    const text = given[topic]?.trim() ?? ''
    const found = findNames(text, entities).names.find(
      (name) => name.topic === topic && name.form.length === text.length,
    )
    return found ? [found] : []
  })
  const left = Object.entries(given).filter(([topic]) => !names.some((name) => name.topic === topic))
  return { names, left: Object.fromEntries(left) as Given }
}

const pathOf = ({ id }: KnownEntity): string => id.replace(/^place:/, '')

const seatIn = (names: readonly NameInQuestion[]): Seat | undefined => {
  for (const name of names) {
    if (name.topic !== 'place' || !name.isWhole) continue
    const [place, ...others] = name.entities.filter(({ governs }) => governs.length > 0)
    if (place) return { name, place, path: pathOf(place), others }
  }
  return undefined
}

/** Everything in a question that may tell which query is meant and with what. */
export const cluesIn = (question: string, entities: readonly KnownEntity[], given: Given): Clues => {
  const inQuestion = findNames(question, entities)
  const beside = givenNames(given, entities)
  const names = [...beside.names, ...inQuestion.names].map((name) => readPinyin(name, entities))
  const { cues, left } = inQuestion
  const section = given.section ?? sectionIn(question)
  const found = given.year ? years(given.year) : years(question)
  const topics = new Set<Topic>([
    ...names.map(({ topic }) => topic),
    ...(Object.keys(given) as Topic[]),
    ...cues.flatMap((cue) =>
      cue.sets?.name === 'category' || cue.sets?.name === 'phase' ? [cue.sets.name] : [],
    ),
    ...(section ? (['section'] as const) : []),
    ...(found.length > 0 ? (['year'] as const) : []),
  ] as Topic[])
  // “十四五” is a deadline and gives years.
  if (topics.has('deadline')) topics.add('year')
  const isUntil = takeCues(question).found.some((cue) => cue.sets?.name === 'until')
  const unknown = unknownIn(left, section)
  const seat = seatIn(names)
  return { names, cues, section, years: found, given: beside.left, topics, seat, isUntil, unknown }
}

/** Names of places other than the jurisdiction itself. */
export const townsIn = ({ names, seat }: Clues): readonly NameInQuestion[] =>
  names.filter((name) => name.topic === 'place' && name !== seat?.name)

/** Whether the place that is asked for is the whole jurisdiction of a plan. */
export const isOfWhole = (clues: Clues): boolean =>
  clues.seat !== undefined && townsIn(clues).length === 0 && clues.given.place === undefined
