/** The parameters of a query as a question fills them, and which of its names they use. */
import { query } from './catalogue.ts'
import type { NameInQuestion } from './find-names.ts'
import { type Clues, townsIn } from './question-clues.ts'
import type { Topic } from './question-table.ts'

export type Parameter = string | number | readonly string[] | null
export type Parameters = Readonly<Record<string, Parameter>>
type Values = Readonly<Record<string, Parameter | undefined>>

const formOf = ({ read, form }: NameInQuestion): string => read ?? form
const first = (names: readonly NameInQuestion[], topic: Topic): NameInQuestion | undefined =>
  names.find((name) => name.topic === topic)

const takesJurisdiction = (name: string): boolean =>
  query('ask', name).header.parameters.some((parameter) => parameter.name === 'jurisdiction')

/** The names that a query's parameters can hold: one of a kind; the two ends of a relationship. */
export const namesUsed = (name: string, clues: Clues): readonly NameInQuestion[] => {
  if (name === 'evidence-of-relationship') return endsInOrder(clues).slice(0, 2)
  const parameters = new Set(query('ask', name).header.parameters.map((one) => one.name))
  const used = (['project', 'indicator', 'document'] as const).flatMap((topic) =>
    parameters.has(topic) ? (first(clues.names, topic) ?? []) : [],
  )
  const department = parameters.has('departments') ? first(clues.names, 'department') : undefined
  const town = parameters.has('place') ? townsIn(clues)[0] : undefined
  const seat = clues.seat && (parameters.has('jurisdiction') || (parameters.has('place') && !town))
  return [
    ...used,
    ...(department ? [department] : []),
    ...(town ? [town] : []),
    ...(seat && clues.seat ? [clues.seat.name] : []),
    ...(parameters.has('from') ? clues.names.filter(({ topic }) => topic === 'deadline') : []),
  ]
}

/** A place for `$place`: of the whole jurisdiction only where the query has no `$jurisdiction` to hold it. */
const placeOf = (name: string, clues: Clues): string | undefined => {
  const [town] = townsIn(clues)
  if (town) return formOf(town)
  return takesJurisdiction(name) ? undefined : clues.seat?.place.name
}

const departmentsOf = (clues: Clues): readonly string[] | undefined => {
  const named = first(clues.names, 'department')
  if (named) return named.entities.map(({ id }) => id)
  return clues.given.department === undefined ? undefined : [clues.given.department]
}

const valuesOf = (name: string, clues: Clues): Values => {
  const values: Record<string, Parameter | undefined> = {
    section: clues.section,
    place: placeOf(name, clues),
    jurisdiction: clues.seat?.path,
    departments: departmentsOf(clues),
  }
  for (const { sets } of clues.cues) if (sets && sets.name !== 'until') values[sets.name] ??= sets.value
  for (const topic of ['project', 'indicator', 'document'] as const) {
    const found = first(clues.names, topic)
    if (found) values[topic] = formOf(found)
  }
  return { ...values, ...clues.given }
}

/** $from and $to mean years, days or the two ends of a relationship. */
const endsOf = (name: string, clues: Clues): Values => {
  if (name === 'evidence-of-relationship') {
    const [from, to] = [
      ...RELATED.flatMap((topic) => clues.given[topic] ?? []),
      ...endsInOrder(clues).map(({ entities, form }) => entities[0]?.id ?? form),
    ]
    return { from, to }
  }
  const { first: start, last } = spanOf(clues)
  const { isUntil } = clues
  if (name === 'indicators-by-year') return { from: isUntil ? undefined : start, to: last }
  return {
    from: isUntil || start === undefined ? undefined : `${start}-01-01`,
    to: last === undefined ? undefined : `${last}-12-31`,
  }
}

/** Subjects of relationships first: a project serves a place, a department answers for a project. */
const RELATED: readonly Topic[] = ['department', 'project', 'indicator', 'place', 'document']

const endsInOrder = (clues: Clues): readonly NameInQuestion[] =>
  RELATED.flatMap((topic) => clues.names.filter((one) => one.topic === topic))

const spanOf = (clues: Clues): { first?: number; last?: number } => {
  const periods = clues.names.filter(({ topic }) => topic === 'deadline').flatMap(({ entities }) => entities)
  const bounds = periods.flatMap(({ firstDay, lastDay }) =>
    [firstDay, lastDay].map((day) => Number(day?.slice(0, 4))),
  )
  const all = [...clues.years, ...bounds.filter(Number.isFinite)]
  return all.length === 0 ? {} : { first: Math.min(...all), last: Math.max(...all) }
}

/** Every parameter of the query, null where the question says nothing of it. */
export const parametersFor = (name: string, clues: Clues): Parameters => {
  const values: Values = { ...valuesOf(name, clues), ...endsOf(name, clues) }
  return Object.fromEntries(
    query('ask', name).header.parameters.map((one) => [one.name, values[one.name] ?? null]),
  )
}
