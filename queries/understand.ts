/** Maps a question in Chinese or English to one query of the catalogue, or says why it cannot. */
import { query } from './catalogue.ts'
import { findNames, type KnownEntity, type NameInQuestion, takeCues } from './find-names.ts'
import { sectionIn, unknownIn, years } from './question-details.ts'
import { type Askable, askables, type Cue, type Topic } from './question-table.ts'

export type Parameter = string | number | null
export type Understanding = {
  readonly query: string
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Words of the question that the answer takes no account of. */
  readonly unused: readonly string[]
}
export type Unclear = {
  readonly unclear: 'no-cue' | 'several' | 'no-name'
  /** Queries that it may mean, the likeliest first. */
  readonly candidates: readonly Askable[]
}

/** Said beside the question: `--place Puli`. */
export type Given = Partial<Record<Topic, string>>

const NAMED = 3
const STRANGE = -3
const LONE = 1
/** Below this, cues are too weak to answer by. */
const ENOUGH = 2

type Clues = {
  readonly names: readonly NameInQuestion[]
  readonly cues: readonly Cue[]
  readonly section: string | undefined
  readonly years: readonly number[]
  readonly given: Given
  readonly topics: ReadonlySet<Topic>
  /** Whether the years are a limit: 2025年底前, by 2025. */
  readonly isUntil: boolean
  /** Words that are neither a known name nor a cue. */
  readonly unknown: readonly string[]
}

const cluesIn = (question: string, entities: readonly KnownEntity[], given: Given): Clues => {
  const { names, cues, left } = findNames(question, entities)
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
  return { names, cues, section, years: found, given, topics, isUntil, unknown: unknownIn(left, section) }
}

const score = (askable: Askable, clues: Clues): number => {
  const cued = clues.cues.filter((cue) => cue.query === askable.query)
  const named = [...clues.topics].filter(
    (topic) => topic !== 'deadline' && topic !== 'category' && topic !== 'phase',
  )
  const fit = named.map((topic) => (askable.takes.includes(topic) ? NAMED : topic === 'year' ? -1 : STRANGE))
  const isLone = clues.cues.every((cue) => cue.query === undefined) && clues.topics.has(askable.lone as Topic)
  return sum(cued.map((cue) => cue.weight)) + sum(fit) + (isLone ? LONE : 0)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const canAnswer = (askable: Askable, clues: Clues): boolean =>
  askable.needs.length === 0 || askable.needs.some((topic) => clues.topics.has(topic))

/** The query whose cues and names fit best, with its parameters; ties and weak cues are unclear. */
export const understand = (
  question: string,
  entities: readonly KnownEntity[],
  given: Given = {},
): Understanding | Unclear => {
  const clues = cluesIn(question, entities, given)
  const ranked = askables
    .map((askable) => ({ askable, score: score(askable, clues) }))
    .sort((a, b) => b.score - a.score)
  const able = ranked.filter(({ askable }) => canAnswer(askable, clues))
  const [best, second] = able
  const wanted = ranked[0]
  if (
    wanted &&
    wanted.score >= ENOUGH &&
    !canAnswer(wanted.askable, clues) &&
    wanted.score > (best?.score ?? 0)
  )
    return { unclear: 'no-name', candidates: [wanted.askable] }
  if (!best || best.score < ENOUGH) return { unclear: 'no-cue', candidates: askables }
  if (second && second.score === best.score)
    return {
      unclear: 'several',
      candidates: able.filter(({ score }) => score === best.score).map(({ askable }) => askable),
    }
  if (clues.unknown.length > 0 && !namesAny(best.askable, clues))
    return { unclear: 'no-name', candidates: [best.askable] }
  const parameters = parametersFor(best.askable.query, clues)
  return {
    query: best.askable.query,
    parameters,
    unused: [...clues.unknown, ...unusedCues(clues, parameters)],
  }
}

/** Without any name of its own, an unknown word may be the very name that is asked for: all there is would be no answer. */
const namesAny = ({ takes }: Askable, { topics }: Clues): boolean => takes.some((topic) => topics.has(topic))

/** Cues that narrow another query than the one that answers: 铁路 where a place's projects are asked for. */
const unusedCues = ({ cues }: Clues, parameters: Readonly<Record<string, Parameter>>): readonly string[] => {
  const narrowing = cues.filter(({ sets }) => sets && sets.name !== 'until' && !(sets.name in parameters))
  return [...new Set(narrowing.map(({ word }) => word))]
}

const parametersFor = (name: string, clues: Clues): Readonly<Record<string, Parameter>> => {
  const values = { ...valuesOf(clues), ...ends(name, clues) }
  return Object.fromEntries(
    query('ask', name).header.parameters.map((one) => [one.name, values[one.name] ?? null]),
  )
}

const valuesOf = (clues: Clues): Record<string, Parameter | undefined> => {
  const values: Record<string, Parameter | undefined> = { section: clues.section }
  for (const { sets } of clues.cues) if (sets && sets.name !== 'until') values[sets.name] ??= sets.value
  for (const { topic, form } of clues.names) values[topic] ??= form
  return { ...values, ...clues.given }
}

/** $from and $to mean years, days or the two ends of a relationship. */
const ends = (name: string, clues: Clues): Record<string, Parameter | undefined> => {
  if (name === 'evidence-of-relationship') {
    const [from, to] = namedInOrder(clues)
    return { from, to }
  }
  const { first, last } = spanOf(clues)
  const { isUntil } = clues
  if (name === 'indicators-by-year') return { from: isUntil ? undefined : first, to: last }
  return {
    from: isUntil || first === undefined ? undefined : `${first}-01-01`,
    to: last === undefined ? undefined : `${last}-12-31`,
  }
}

/** Ids, subjects of relationships first: a project serves a place, a department answers for a project. */
const namedInOrder = (clues: Clues): readonly string[] => {
  const order: readonly Topic[] = ['department', 'project', 'indicator', 'place', 'document']
  const given = order.flatMap((topic) => clues.given[topic] ?? [])
  const named = order.flatMap((topic) =>
    clues.names.filter((one) => one.topic === topic).map((one) => one.entities[0]?.id ?? one.form),
  )
  return [...given, ...named]
}

const spanOf = (clues: Clues): { first?: number; last?: number } => {
  const periods = clues.names.filter(({ topic }) => topic === 'deadline').flatMap(({ entities }) => entities)
  const bounds = periods.flatMap(({ firstDay, lastDay }) =>
    [firstDay, lastDay].map((day) => Number(day?.slice(0, 4))),
  )
  const all = [...clues.years, ...bounds.filter(Number.isFinite)]
  return all.length === 0 ? {} : { first: Math.min(...all), last: Math.max(...all) }
}
