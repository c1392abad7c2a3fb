/** What an amendment gives another value: numbers, days, bodies. Pure. */
import type { RevisionFacts } from '../model.ts'
import { formsOf } from './names.ts'
import type { Retiring, Standing } from './retired.ts'

/** One number for one indicator, place, year and kind: the newer one holds. */
export const replaceNumbers = (
  standing: readonly Standing[],
  amendment: RevisionFacts,
  retired: Retiring,
): void => {
  const newer = new Set(
    amendment.statements.filter(({ predicate }) => predicate === 'HAS_TARGET').map(({ key }) => key),
  )
  for (const { id, key, predicate } of standing.flatMap(({ statements }) => statements))
    if (predicate === 'HAS_TARGET' && newer.has(key)) retired.statements.add(id)
}

/**
 * The words of numbers without a year, for an indicator whose numbers in force have one: which of these they replace cannot be told,
 * so all stay in force, and a person is to be told.
 */
export const undatedNumbers = (
  standing: readonly Standing[],
  amendment: RevisionFacts,
): readonly string[] => {
  const dated = new Set(
    standing.flatMap(({ statements, targets }) => {
      const years = new Map(targets.map(({ id, year }) => [id, year]))
      return statements
        .filter(({ predicate, object }) => predicate === 'HAS_TARGET' && years.get(object) !== undefined)
        .map(({ subject }) => subject)
    }),
  )
  const undated = new Set(
    amendment.targets.filter(({ year, kind }) => year === undefined && kind === 'target').map(({ id }) => id),
  )
  return amendment.statements
    .filter(
      ({ predicate, subject, object }) =>
        predicate === 'HAS_TARGET' && undated.has(object) && dated.has(subject),
    )
    .map(({ evidence }) => evidence[0]?.quote ?? '')
}

/** A project has the day, and the body in each role, that the amendment gives it instead of those it had. */
export const replaceTerms = (
  standing: readonly Standing[],
  amendment: RevisionFacts,
  retired: Retiring,
): void => {
  const names = new Map(amendment.entities.map((entity) => [entity.id, formsOf(entity)]))
  for (const anew of amendment.statements.filter(({ qualifiers }) => qualifiers.amends === true)) {
    const isDue = anew.predicate === 'DUE'
    const thing = isDue ? anew.subject : anew.object
    for (const facts of standing) {
      const own = termsOf(facts, thing, names.get(thing) ?? [])
      for (const one of facts.statements) {
        const isOld =
          one.predicate === anew.predicate &&
          own.has(isDue ? one.subject : one.object) &&
          (isDue || one.qualifiers.role === anew.qualifiers.role)
        if (isOld) retired.statements.add(one.id)
      }
    }
  }
}

/** The thing under any of its names, and the clauses that concern no other project. */
const termsOf = (facts: Standing, thing: string, forms: readonly string[]): ReadonlySet<string> => {
  const projects = facts.entities.filter(({ type }) => type === 'Project')
  const own = new Set(
    projects
      .filter((one) => one.id === thing || formsOf(one).some((form) => forms.includes(form)))
      .map(({ id }) => id),
  )
  const concerned = (clause: string): readonly string[] =>
    facts.statements
      .filter(({ predicate, subject }) => predicate === 'CONCERNS' && subject === clause)
      .map(({ object }) => object)
      .filter((id) => projects.some((one) => one.id === id))
  const clauses = facts.commitments
    .map(({ id }) => id)
    .filter((id) => {
      const all = concerned(id)
      return all.length > 0 && all.every((one) => own.has(one))
    })
  return new Set([...own, ...clauses])
}
