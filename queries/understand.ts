/** Maps a question in Chinese or English to one query of the catalogue, or says why it cannot. */
import type { KnownEntity, NameInQuestion } from './find-names.ts'
import { type Clues, cluesIn, type Given, isOfWhole } from './question-clues.ts'
import { namesUsed, type Parameters, parametersFor } from './question-parameters.ts'
import { type Askable, askables, type Topic } from './question-table.ts'
import { type Meaning, meaningOf } from './what-was-meant.ts'

export type { Given } from './question-clues.ts'
export type { Parameter } from './question-parameters.ts'

export type Understanding = {
  readonly query: string
  readonly parameters: Parameters
  /** What the names that were used were taken for. */
  readonly meanings: readonly Meaning[]
  /** Where the place is, or holds, the whole jurisdiction of plans: its name, and those jurisdictions as paths. */
  readonly whole?: { readonly name: string; readonly jurisdictions: readonly string[] }
  /** Words of the question that the answer takes no account of. */
  readonly unused: readonly string[]
}
export type Unclear = {
  readonly unclear: 'no-cue' | 'several' | 'no-name' | 'many-names'
  /** Queries that it may mean, the likeliest first. */
  readonly candidates: readonly Askable[]
  /** What it names that is unknown, or what its name may mean. */
  readonly names: readonly string[]
}

const NAMED = 3
const STRANGE = -3
const LONE = 1
/** Below this, cues are too weak to answer by. */
const ENOUGH = 2
/** A short name of more departments than this says nothing. */
const MOST_DEPARTMENTS = 5

const fitOf = (askable: Askable, topic: Topic, clues: Clues): number => {
  if (askable.takes.includes(topic)) return NAMED
  if (topic === 'year') return -1
  // The whole jurisdiction narrows nothing: it is at home in every question.
  return topic === 'place' && isOfWhole(clues) ? 0 : STRANGE
}

/**
 * The topics that are named, those of one name together: a pumping station that the plan also names as a place, a town
 * that is a body as well, is asked for in whichever way the question takes.
 */
const readingsOf = (clues: Clues): readonly (readonly Topic[])[] => {
  const named = [...clues.topics].filter(
    (topic) => topic !== 'deadline' && topic !== 'category' && topic !== 'phase',
  )
  const places = new Map(
    named.map((topic) => {
      const { names } = clues
      const said = names
        .filter((name) => name.topic === topic)
        .map(({ start, written }) => `${start} ${written}`)
      return [topic, said.length === 1 ? (said[0] ?? topic) : topic] as const
    }),
  )
  return [...new Set(places.values())].map((at) => named.filter((topic) => places.get(topic) === at))
}

const score = (askable: Askable, clues: Clues): number => {
  const cued = clues.cues.filter((cue) => cue.query === askable.query)
  const fit = readingsOf(clues).map((readings) =>
    Math.max(...readings.map((topic) => fitOf(askable, topic, clues))),
  )
  // A name alone is asked for as the works that bear it, before the place.
  const outranked = (topic: string): boolean =>
    topic === 'place' && readingsOf(clues).some((one) => one.includes('place') && one.includes('project'))
  const isLone =
    clues.cues.every((cue) => cue.query === undefined) &&
    clues.topics.has(askable.lone as Topic) &&
    !outranked(askable.lone)
  return sum(cued.map((cue) => cue.weight)) + sum(fit) + (isLone ? LONE : 0)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const canAnswer = (askable: Askable, clues: Clues): boolean =>
  askable.needs.length === 0 || askable.needs.some((topic) => clues.topics.has(topic))

/** Places and departments said beside the question that are no name in the store; ids are taken as they are. */
const strangersIn = ({ given }: Clues): readonly string[] =>
  [given.place, given.department].flatMap((text) =>
    text === undefined || /^(?:place|department):/.test(text) ? [] : [text],
  )

/** The query whose cues and names fit best, with its parameters; ties and weak cues are unclear. */
export const understand = (
  question: string,
  entities: readonly KnownEntity[],
  given: Given = {},
): Understanding | Unclear => {
  const clues = cluesIn(question, entities, given)
  const strange = strangersIn(clues)
  if (strange.length > 0) return { unclear: 'no-name', candidates: [], names: strange }
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
    return noName(wanted.askable, clues)
  if (!best || best.score < ENOUGH) return { unclear: 'no-cue', candidates: askables, names: clues.unknown }
  if (second && second.score === best.score)
    return {
      unclear: 'several',
      candidates: able.filter(({ score }) => score === best.score).map(({ askable }) => askable),
      names: [],
    }
  if (clues.unknown.length > 0 && !namesAny(best.askable, clues)) return noName(best.askable, clues)
  return answerBy(best.askable, clues, entities)
}

const noName = (askable: Askable, { unknown }: Clues): Unclear => ({
  unclear: 'no-name',
  candidates: [askable],
  names: unknown,
})

/** Without any name of its own, an unknown word may be the very name that is asked for: all there is would be no answer. */
const namesAny = ({ takes }: Askable, clues: Clues): boolean =>
  takes.some((topic) => clues.topics.has(topic) && !(topic === 'place' && isOfWhole(clues)))

const answerBy = (
  askable: Askable,
  clues: Clues,
  entities: readonly KnownEntity[],
): Understanding | Unclear => {
  const isWhole = isOfWhole(clues)
  if (clues.seat && clues.seat.others.length > 0)
    return {
      unclear: 'many-names',
      candidates: [askable],
      names: [clues.seat.place, ...clues.seat.others].map(({ name }) => name),
    }
  const query = isWhole && askable.whole !== '' ? askable.whole : askable.query
  const used = namesUsed(query, clues)
  const many = used.find((name) => name.way !== undefined && name.entities.length > MOST_DEPARTMENTS)
  if (many)
    return { unclear: 'many-names', candidates: [askable], names: many.entities.map(({ name }) => name) }
  const parameters = parametersFor(query, clues)
  return {
    query,
    parameters,
    meanings: used.map((name) => meaningOf(query, name, entities)),
    ...(isWhole && clues.seat && parameters.jurisdiction
      ? { whole: { name: clues.seat.place.name, jurisdictions: clues.seat.place.governs } }
      : {}),
    unused: [...new Set([...clues.unknown, ...unusedNames(clues, used), ...unusedCues(clues, parameters)])],
  }
}

/** A second place, or a department where a deadline is asked for: left out, and said. */
const unusedNames = ({ names, seat }: Clues, used: readonly NameInQuestion[]): readonly string[] =>
  names
    .filter(
      (name) =>
        !used.some(({ start, written }) => start === name.start && written === name.written) &&
        name !== seat?.name,
    )
    .map(({ written }) => written)

/** Cues that narrow another query than the one that answers: 铁路 where a place's projects are asked for. */
const unusedCues = ({ cues }: Clues, parameters: Parameters): readonly string[] => {
  const narrowing = cues.filter(({ sets }) => sets && sets.name !== 'until' && !(sets.name in parameters))
  return [...new Set(narrowing.map(({ word }) => word))]
}
